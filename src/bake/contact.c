#include "bake/contact.h"

#include "figure/scene.h"

#include <stdio.h>
#include <string.h>

enum { CELL_WIDTH = 300, PICTURE_HEIGHT = 230, LABEL_HEIGHT = 30, CELL_HEIGHT = PICTURE_HEIGHT + LABEL_HEIGHT, MARGIN = 8 };

static const double PIXELS_PER_METRE = 150;
static const uint8_t paper[4] = {246, 242, 234, 255};

// Lays a picture with straight alpha over an opaque one.
static void lay_over(Picture *to, const Picture *from, int x, int y) {
    for (int row = 0; row < from->height; row++) {
        uint8_t *below = to->pixels + 4 * ((size_t)(y + row) * (size_t)to->width + (size_t)x);
        const uint8_t *above = from->pixels + 4 * (size_t)row * (size_t)from->width;
        for (int i = 0; i < 4 * from->width; i++) {
            int alpha = above[i / 4 * 4 + 3];
            if (i % 4 < 3) below[i] = (uint8_t)((above[i] * alpha + below[i] * (255 - alpha) + 127) / 255);
        }
    }
}

static Picture blank_row(void) {
    Picture row = picture_make(CONTACT_COLUMNS * CELL_WIDTH, CELL_HEIGHT);
    for (size_t i = 0; i < (size_t)row.width * (size_t)row.height; i++) memcpy(row.pixels + 4 * i, paper, sizeof paper);
    return row;
}

typedef struct {
    ContactSheet *sheet;
    const Clip *clip;
    Scene scene;
    March march;
} Drawing;

static void add_cell(Arena *arena, Drawing *drawing, int number, const char *name, const Stance *stance) {
    int column = number % CONTACT_COLUMNS;
    if (column == 0) *list_push(arena, &drawing->sheet->rows) = blank_row();
    Picture *row = &drawing->sheet->rows.items[drawing->sheet->rows.count - 1];
    Picture picture = scene_poster(&drawing->scene, &drawing->march, drawing->clip, stance, CELL_WIDTH - 2 * MARGIN,
                                   PICTURE_HEIGHT - MARGIN);
    int left = column * CELL_WIDTH;
    lay_over(row, &picture, left + (CELL_WIDTH - picture.width) / 2, PICTURE_HEIGHT - picture.height);
    picture_free(&picture);
    char words[200];
    snprintf(words, sizeof words, "%s  %s", drawing->clip->id, name);
    label_write(drawing->sheet->font, row, left + MARGIN, CELL_HEIGHT - MARGIN, CONTACT_FONT_SIZE, words);
}

void contact_add(Arena *arena, ContactSheet *sheet, const Clip *clip, const Motion *motion) {
    int count = clip->poses.count;
    Stance *stances = arena_new(arena, Stance, count + 1);
    for (int i = 0; i < count; i++) motion_stance(motion, i, i, 0, 0, NULL, &stances[i]);
    if (clip->mistake.name) {
        Clip *mistake = arena_new(arena, Clip, 1);
        *mistake = clip_of_mistake(arena, clip);
        motion_stance(motion_make(arena, mistake), 1, 1, 0, 0, NULL, &stances[count++]);
    }
    Drawing drawing = {.sheet = sheet, .clip = clip, .scene = scene_make(clip, stances, count, PIXELS_PER_METRE)};
    drawing.march = march_make(drawing.scene.width, drawing.scene.height);
    for (int i = 0; i < count; i++) {
        bool is_mistake = i == clip->poses.count;
        add_cell(arena, &drawing, i, is_mistake ? clip->mistake.name : clip->poses.items[i].name, &stances[i]);
    }
    march_free(&drawing.march);
}

bool contact_write(const ContactSheet *sheet, const char *path, Error *error) {
    Picture whole = picture_make(CONTACT_COLUMNS * CELL_WIDTH, sheet->rows.count * CELL_HEIGHT);
    size_t row_bytes = 4 * (size_t)whole.width * CELL_HEIGHT;
    for (int i = 0; i < sheet->rows.count; i++)
        memcpy(whole.pixels + (size_t)i * row_bytes, sheet->rows.items[i].pixels, row_bytes);
    bool good = picture_write(path, &whole, error);
    picture_free(&whole);
    return good;
}

void contact_free(ContactSheet *sheet) {
    for (int i = 0; i < sheet->rows.count; i++) picture_free(&sheet->rows.items[i]);
    sheet->rows.count = 0;
}
