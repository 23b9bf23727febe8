#include "puppet.h"

#include "image/picture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { SHADOW_STEP = 4, GLOW_STEP = 2 };

// Lays a round-ended stroke over the picture, edges smoothed, straight alpha.
static void stroke(Picture *picture, double x0, double y0, double x1, double y1, double radius, double soft,
                   const int rgba[4]) {
    double dx = x1 - x0, dy = y1 - y0, length2 = dx * dx + dy * dy + 1e-9, reach = radius + soft;
    int left = (int)fmax(0, fmin(x0, x1) - reach), right = (int)fmin(picture->width - 1, fmax(x0, x1) + reach);
    int top = (int)fmax(0, fmin(y0, y1) - reach), bottom = (int)fmin(picture->height - 1, fmax(y0, y1) + reach);
    for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
            double px = x + 0.5 - x0, py = y + 0.5 - y0, t = (px * dx + py * dy) / length2;
            t = t < 0 ? 0 : t > 1 ? 1 : t;
            double cover = 0.5 - (hypot(px - t * dx, py - t * dy) - radius) / soft;
            cover = (cover < 0 ? 0 : cover > 1 ? 1 : cover) * rgba[3] / 255;
            if (cover <= 0) continue;
            uint8_t *to = picture->pixels + 4 * (y * picture->width + x);
            double alpha = cover + to[3] / 255.0 * (1 - cover);
            for (int c = 0; c < 3; c++) to[c] = (uint8_t)(to[c] + (rgba[c] - to[c]) * cover / alpha + 0.5);
            to[3] = (uint8_t)(alpha * 255 + 0.5);
        }
    }
}

typedef struct {
    Arena *arena;
    Sheet sheet;
    const char *folder;
    Picture page;
    int side, x, y, shelf;
} PuppetSheet;

static void end_page(PuppetSheet *puppet) {
    Error error;
    const char *path = sheet_page_path(puppet->arena, &puppet->sheet, puppet->sheet.page_count - 1);
    if (!picture_write(path, &puppet->page, &error)) abort();
    picture_free(&puppet->page);
}

static void begin_page(PuppetSheet *puppet) {
    puppet->page = picture_make(puppet->side, puppet->side);
    puppet->x = puppet->y = puppet->shelf = 0;
    puppet->sheet.page_count++;
}

// Trims the layer and puts it on the page; a full page is written and the next begun.
static Cell pack(PuppetSheet *puppet, const Picture *layer, int step) {
    int left = layer->width, right = -1, top = layer->height, bottom = -1;
    for (int y = 0; y < layer->height; y++)
        for (int x = 0; x < layer->width; x++)
            if (layer->pixels[4 * (y * layer->width + x) + 3]) {
                left = x < left ? x : left, right = x > right ? x : right;
                top = y < top ? y : top, bottom = y > bottom ? y : bottom;
            }
    Cell cell = {.width = right - left + 1, .height = bottom - top + 1, .left = left * step, .top = top * step, .step = step};
    if (puppet->x + cell.width > puppet->side) puppet->x = 0, puppet->y += puppet->shelf, puppet->shelf = 0;
    if (puppet->y + cell.height > puppet->side) end_page(puppet), begin_page(puppet);
    cell.page = puppet->sheet.page_count - 1, cell.x = puppet->x, cell.y = puppet->y;
    for (int y = 0; y < cell.height; y++)
        memcpy(puppet->page.pixels + 4 * ((cell.y + y) * puppet->side + cell.x),
               layer->pixels + 4 * ((top + y) * layer->width + left), (size_t)cell.width * 4);
    puppet->x += cell.width;
    puppet->shelf = cell.height > puppet->shelf ? cell.height : puppet->shelf;
    return cell;
}

static void draw_body(const Sheet *sheet, Picture *body, double raised, double breath) {
    static const int skin[] = {214, 160, 130, 255}, top[] = {60, 130, 140, 255}, tights[] = {60, 80, 120, 255};
    double m = sheet->pixels_per_metre, x = sheet->origin_x, y = sheet->origin_y, angle = (raised * 2.6 - 1.3);
    stroke(body, x - 0.05 * m, y - 0.05 * m, x - 0.05 * m, y - 0.8 * m, 0.07 * m, 1, tights);
    stroke(body, x - 0.05 * m, y - 0.8 * m, x + 0.3 * m, y - 0.45 * m, 0.07 * m, 1, tights);
    stroke(body, x + 0.3 * m, y - 0.45 * m, x + 0.25 * m, y - 0.05 * m, 0.06 * m, 1, skin);
    stroke(body, x - 0.05 * m, y - 0.85 * m, x, y - 1.3 * m, (0.13 + 0.012 * breath) * m, 1, top);
    stroke(body, x, y - 1.3 * m, x + 0.02 * m, y - 1.6 * m, 0.1 * m, 1, skin);
    stroke(body, x, y - 1.33 * m, x - 0.5 * m, y - 1.2 * m, 0.05 * m, 1, skin);
    stroke(body, x, y - 1.33 * m, x + cos(angle) * 0.55 * m, y - 1.33 * m - sin(angle) * 0.55 * m, 0.05 * m, 1, skin);
}

static void add_frame(PuppetSheet *puppet, double raised, double breath) {
    static const int dark[] = {20, 30, 40, 110}, warm[] = {226, 103, 79, 200};
    const Sheet *sheet = &puppet->sheet;
    double m = sheet->pixels_per_metre;
    Picture shadow = picture_make(sheet->width / SHADOW_STEP, sheet->height / SHADOW_STEP);
    Picture body = picture_make(sheet->width, sheet->height);
    Picture glow = picture_make(sheet->width / GLOW_STEP, sheet->height / GLOW_STEP);
    double sx = sheet->origin_x / SHADOW_STEP, sy = sheet->origin_y / SHADOW_STEP;
    stroke(&shadow, sx - 0.1 * m, sy, sx + (0.05 + 0.1 * raised) * m, sy, 0.01 * m, 0.05 * m, dark);
    draw_body(sheet, &body, raised, breath);
    double gx = sheet->origin_x / GLOW_STEP, gy = sheet->origin_y / GLOW_STEP;
    stroke(&glow, gx, gy - 0.5 * m, gx + 0.02 * m, gy - 0.58 * m, 0.03 * m, 0.06 * m, warm);
    Frame *frame = list_push(puppet->arena, &puppet->sheet.frames);
    frame->layers[LAYER_SHADOW] = pack(puppet, &shadow, SHADOW_STEP);
    frame->layers[LAYER_BODY] = pack(puppet, &body, 1);
    frame->layers[LAYER_GLOW] = pack(puppet, &glow, GLOW_STEP);
    picture_free(&shadow);
    picture_free(&body);
    picture_free(&glow);
}

// Every second pose has the arm raised.
static void add_strip(PuppetSheet *puppet, StripKind kind, const char *from, const char *to, int count) {
    Strip *strip = list_push(puppet->arena, &puppet->sheet.strips);
    bool raised = kind == STRIP_BREATH && puppet->sheet.strips.count % 2 == 0;
    *strip = (Strip){kind, from, to, puppet->sheet.frames.count, count};
    for (int i = 0; i < count; i++) {
        double part = count > 1 ? (double)i / (count - 1) : 0;
        if (kind == STRIP_MOTION) add_frame(puppet, part, 0);
        else add_frame(puppet, raised, part);
    }
}

static void draw_ground(PuppetSheet *puppet) {
    static const int mat[] = {150, 185, 185, 255};
    const Sheet *sheet = &puppet->sheet;
    double m = sheet->pixels_per_metre;
    Picture ground = picture_make(sheet->width, sheet->height);
    stroke(&ground, sheet->origin_x - 0.8 * m, sheet->origin_y, sheet->origin_x + 0.8 * m, sheet->origin_y + 0.05 * m,
                  0.08 * m, 1, mat);
    puppet->sheet.ground = pack(puppet, &ground, 1);
    picture_free(&ground);
}

static const Strip default_strips[] = {{STRIP_BREATH, "down", "down", 0, 0}, {STRIP_BREATH, "up", "up", 0, 0},
                                      {STRIP_MOTION, "down", "up", 0, 0}};

void puppet_write(Arena *arena, const char *sheets, const PuppetOptions *options) {
    Error error;
    const char *folder = path_join(arena, sheets, options->move);
    double m = options->pixels_per_metre;
    PuppetSheet puppet = {.arena = arena, .folder = folder, .side = options->page_side};
    puppet.sheet = (Sheet){.move = options->move, .folder = folder, .width = (int)(2 * m), .height = (int)(2.2 * m),
                           .pixels_per_metre = m, .origin_x = 0.95 * m + 0.3, .origin_y = 2 * m};
    if (!folder_make(folder, &error)) abort();
    begin_page(&puppet);
    draw_ground(&puppet);
    const Strip *strips = options->strips ? options->strips : default_strips;
    for (int i = 0; i < (options->strips ? options->strip_count : 3); i++) {
        bool motion = strips[i].kind == STRIP_MOTION;
        add_strip(&puppet, strips[i].kind, strips[i].from, strips[i].to,
                         motion ? options->motion_frames : options->breath_frames);
    }
    end_page(&puppet);
    for (int i = 0; i < puppet.sheet.frames.count && options->leap > 0; i++)
        puppet.sheet.frames.items[i].has_leap = true, puppet.sheet.frames.items[i].leap = options->leap;
    Picture poster = picture_make(200, 160);
    static const int teal[] = {29, 127, 134, 255};
    stroke(&poster, 30, 120, 170, 40, 20, 1, teal);
    if (!picture_write(path_join(arena, folder, "poster.png"), &poster, &error)) abort();
    picture_free(&poster);
    if (!sheet_write(&puppet.sheet, folder, &error)) abort();
}
