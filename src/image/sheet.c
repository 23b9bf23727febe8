#include "image/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    LARGEST_INDEX = 1024 * 1024,
    LARGEST_SIDE = 16384,
    MOST_FRAMES = 4096,
    MOST_STRIPS = 256,
    MOST_PAGES = 512,
    LONGEST_NAME = 64,
    LARGEST_STEP = 16,
    ROW_WORDS = 40,
};

static const char *const layer_names[LAYER_COUNT] = {"shadow", "body", "glow"};
static const char *const layer_labels[LAYER_COUNT] = {" shadow", " body", " glow"};

// One row of the index, cut into words.
typedef struct {
    Arena *arena;
    const char *path;
    int number;
    Text words[ROW_WORDS];
    int count, next;
    Error *error;
} Row;

static bool wrong(const Row *row, const char *what) {
    return error_set(row->error, "%s, line %d: %s; bake the move again or correct the line", row->path, row->number, what);
}

static bool cut(Row *row, Text line) {
    row->count = row->next = 0;
    for (int i = 0; i < line.size;) {
        while (i < line.size && strchr(" \t\r", line.bytes[i]) && line.bytes[i]) i++;
        int begin = i;
        while (i < line.size && !(strchr(" \t\r", line.bytes[i]) && line.bytes[i])) i++;
        if (i == begin || line.bytes[begin] == '#') break;
        if (row->count == ROW_WORDS) return wrong(row, "there are too many words");
        row->words[row->count++] = (Text){line.bytes + begin, i - begin};
    }
    return true;
}

static bool take_real(Row *row, double least, double most, double *value) {
    char copy[32], *end;
    if (row->next == row->count) return wrong(row, "a number is missing");
    Text word = row->words[row->next++];
    if (word.size >= (int)sizeof copy) return wrong(row, "a number is too long");
    memcpy(copy, word.bytes, (size_t)word.size);
    copy[word.size] = '\0';
    *value = strtod(copy, &end);
    if (*end || !isfinite(*value)) return wrong(row, "a number was expected");
    if (*value < least || *value > most) return wrong(row, "a number is out of range");
    return true;
}

static bool take_int(Row *row, int least, int most, int *value) {
    double real;
    if (!take_real(row, least, most, &real)) return false;
    *value = (int)real;
    return *value == real || wrong(row, "a whole number was expected");
}

static bool take_name(Row *row, const char **name) {
    if (row->next == row->count) return wrong(row, "a name is missing");
    Text word = row->words[row->next++];
    if (word.size > LONGEST_NAME) return wrong(row, "a name is too long");
    *name = text_copy(row->arena, word);
    return true;
}

static bool take_cell(Row *row, const Sheet *sheet, Cell *cell) {
    bool good = take_int(row, 0, MOST_PAGES - 1, &cell->page) && take_int(row, 0, LARGEST_SIDE, &cell->x) &&
                take_int(row, 0, LARGEST_SIDE, &cell->y) && take_int(row, 0, LARGEST_SIDE, &cell->width) &&
                take_int(row, 0, LARGEST_SIDE, &cell->height) &&
                take_int(row, -LARGEST_SIDE, LARGEST_SIDE, &cell->left) &&
                take_int(row, -LARGEST_SIDE, LARGEST_SIDE, &cell->top) && take_int(row, 1, LARGEST_STEP, &cell->step);
    if (!good) return false;
    if (cell->page >= sheet->page_count) return wrong(row, "there is no page of that number");
    if (cell->x + cell->width > LARGEST_SIDE || cell->y + cell->height > LARGEST_SIDE)
        return wrong(row, "the cell reaches beyond the largest page");
    return true;
}

static bool take_pelvis(Row *row, Frame *frame) {
    frame->has_pelvis = true;
    return take_real(row, -LARGEST_SIDE, LARGEST_SIDE, &frame->pelvis_x) &&
           take_real(row, -LARGEST_SIDE, LARGEST_SIDE, &frame->pelvis_y);
}

static bool read_frame(Row *row, Sheet *sheet) {
    if (sheet->frames.count == MOST_FRAMES) return wrong(row, "there are too many frames");
    Frame *frame = list_push(row->arena, &sheet->frames);
    for (int layer = 0; layer < LAYER_COUNT; layer++) frame->layers[layer].step = 1;
    while (row->next < row->count) {
        Text word = row->words[row->next++];
        if (text_is(word, "at")) {
            frame->has_at = true;
            if (!take_real(row, 0, 1, &frame->at)) return false;
            continue;
        }
        if (text_is(word, "leap")) {
            frame->has_leap = true;
            if (!take_real(row, 0, LARGEST_SIDE, &frame->leap)) return false;
            continue;
        }
        if (text_is(word, "travel")) {
            if (!take_real(row, -1000, 1000, &frame->travel)) return false;
            continue;
        }
        if (text_is(word, "pelvis")) {
            if (!take_pelvis(row, frame)) return false;
            continue;
        }
        int layer = 0;
        while (layer < LAYER_COUNT && !text_is(word, layer_names[layer])) layer++;
        if (layer == LAYER_COUNT) return wrong(row, "a layer is shadow, body or glow; or else it is pelvis");
        if (!take_cell(row, sheet, &frame->layers[layer])) return false;
    }
    return true;
}

static bool read_strip(Row *row, Sheet *sheet) {
    if (sheet->strips.count == MOST_STRIPS) return wrong(row, "there are too many strips");
    Strip *strip = list_push(row->arena, &sheet->strips);
    const char *kind;
    if (!take_name(row, &kind) || !take_name(row, &strip->from)) return false;
    if (strcmp(kind, "motion") == 0) {
        strip->kind = STRIP_MOTION;
        if (!take_name(row, &strip->to)) return false;
    } else if (strcmp(kind, "breath") == 0) {
        strip->kind = STRIP_BREATH;
        strip->to = strip->from;
    } else {
        return wrong(row, "a strip is motion or breath");
    }
    return take_int(row, 0, MOST_FRAMES - 1, &strip->first_frame) && take_int(row, 1, MOST_FRAMES, &strip->frame_count);
}

static bool read_row(Row *row, Sheet *sheet) {
    Text key = row->words[row->next++];
    if (text_is(key, "move")) return take_name(row, &sheet->move);
    if (text_is(key, "key")) return take_name(row, &sheet->key);
    if (text_is(key, "canvas"))
        return take_int(row, 1, LARGEST_SIDE, &sheet->width) && take_int(row, 1, LARGEST_SIDE, &sheet->height);
    if (text_is(key, "pixels-per-metre")) return take_real(row, 1, 100000, &sheet->pixels_per_metre);
    if (text_is(key, "origin"))
        return take_real(row, -LARGEST_SIDE, LARGEST_SIDE, &sheet->origin_x) &&
               take_real(row, -LARGEST_SIDE, LARGEST_SIDE, &sheet->origin_y);
    if (text_is(key, "stride")) return take_real(row, 0.01, 1000, &sheet->stride);
    if (text_is(key, "close")) return take_real(row, 1, 4, &sheet->close);
    if (text_is(key, "pages")) return take_int(row, 0, MOST_PAGES, &sheet->page_count);
    if (text_is(key, "ground")) return take_cell(row, sheet, &sheet->ground);
    if (text_is(key, "frame")) return read_frame(row, sheet);
    if (text_is(key, "strip")) return read_strip(row, sheet);
    return wrong(row, "a line begins with move, key, canvas, pixels-per-metre, origin, stride, close, pages, ground, frame or strip");
}

static bool read_rows(Row *row, Text text, Sheet *sheet) {
    for (int i = 0; i < text.size;) {
        const char *begin = text.bytes + i, *end = memchr(begin, '\n', (size_t)(text.size - i));
        int length = end ? (int)(end - begin) : text.size - i;
        i += length + 1;
        row->number++;
        if (!cut(row, (Text){begin, length})) return false;
        if (row->count == 0) continue;
        if (!sheet->width && !sheet->move && !sheet->frames.count && row->number == 1) {
            int version;
            if (!text_is(row->words[0], "limber-sheet")) return wrong(row, "this is not the index of a sheet");
            row->next = 1;
            if (!take_int(row, 0, 1000000, &version)) return false;
            if (version != SHEET_FORMAT) return wrong(row, "this sheet is of another version of Limber");
        } else if (!read_row(row, sheet)) {
            return false;
        }
        if (row->next < row->count) return wrong(row, "there are words too many");
    }
    return row->number > 0 || wrong(row, "the index is empty");
}

static bool is_in_order(const Sheet *sheet, const Strip *strip) {
    const Frame *frames = sheet->frames.items + strip->first_frame;
    for (int i = 1; i < strip->frame_count && strip->kind == STRIP_MOTION; i++)
        if (frames[i].has_at != frames[0].has_at || (frames[i].has_at && frames[i].at <= frames[i - 1].at)) return false;
    return true;
}

static bool check_whole(Row *row, const Sheet *sheet) {
    if (!sheet->move) return wrong(row, "the line 'move' is missing");
    if (!sheet->width) return wrong(row, "the line 'canvas' is missing");
    if (sheet->pixels_per_metre <= 0) return wrong(row, "the line 'pixels-per-metre' is missing");
    if (!sheet->frames.count) return wrong(row, "there are no frames");
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        if (strip->first_frame + strip->frame_count > sheet->frames.count)
            return wrong(row, "a strip goes beyond the last frame");
        if (!is_in_order(sheet, strip)) return wrong(row, "the frames of a motion all say 'at' a later time, or none does");
    }
    return true;
}

bool sheet_read(Arena *arena, const char *folder, Sheet *sheet, Error *error) {
    *sheet = (Sheet){.folder = text_copy(arena, text_of(folder)), .ground.step = 1};
    Row row = {.arena = arena, .path = path_join(arena, folder, "sheet.txt"), .error = error};
    Text text;
    return file_read(arena, row.path, LARGEST_INDEX, &text, error) && read_rows(&row, text, sheet) &&
           check_whole(&row, sheet);
}

static void write_cell(TextBuilder *out, const char *name, const Cell *cell) {
    if (cell->width == 0) return;
    builder_add(out, "%s %d %d %d %d %d %d %d %d", name, cell->page, cell->x, cell->y, cell->width, cell->height,
                cell->left, cell->top, cell->step);
}

bool sheet_write(const Sheet *sheet, const char *folder, Error *error) {
    TextBuilder out = {0};
    builder_add(&out, "limber-sheet %d\n", SHEET_FORMAT);
    builder_add(&out, "# A cell is: page, x, y, width, height on the page; left, top on the canvas; step (canvas\n"
                      "# pixels per stored pixel). Each frame names its layers, back to front, in a motion when it is\n"
                      "# shown, 0 to 1, how many canvas pixels it leaps to the next, and where the hips are; a strip\n"
                      "# names its poses, its first frame (from 0) and how many there are.\n");
    builder_add(&out, "move %s\ncanvas %d %d\npixels-per-metre %.6g\n", sheet->move, sheet->width, sheet->height,
                sheet->pixels_per_metre);
    if (sheet->key) builder_add(&out, "key %s\n", sheet->key);
    builder_add(&out, "origin %.3f %.3f\npages %d\n", sheet->origin_x, sheet->origin_y, sheet->page_count);
    if (sheet->stride > 0) builder_add(&out, "stride %.4f\n", sheet->stride);
    if (sheet->close > 1) builder_add(&out, "close %.4g\n", sheet->close);
    if (sheet->ground.width) {
        write_cell(&out, "ground", &sheet->ground);
        builder_add(&out, "\n");
    }
    for (int i = 0; i < sheet->frames.count; i++) {
        builder_add(&out, "frame");
        if (sheet->frames.items[i].has_at) builder_add(&out, " at %.4f", sheet->frames.items[i].at);
        for (int layer = 0; layer < LAYER_COUNT; layer++)
            write_cell(&out, layer_labels[layer], &sheet->frames.items[i].layers[layer]);
        const Frame *frame = &sheet->frames.items[i];
        if (frame->has_leap) builder_add(&out, " leap %.1f", frame->leap);
        if (sheet->stride > 0) builder_add(&out, " travel %.4f", frame->travel);
        if (frame->has_pelvis) builder_add(&out, " pelvis %.1f %.1f", frame->pelvis_x, frame->pelvis_y);
        builder_add(&out, "\n");
    }
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        if (strip->kind == STRIP_MOTION) builder_add(&out, "strip motion %s %s", strip->from, strip->to);
        else builder_add(&out, "strip breath %s", strip->from);
        builder_add(&out, " %d %d\n", strip->first_frame, strip->frame_count);
    }
    Arena arena = {0};
    bool good = file_write(path_join(&arena, folder, "sheet.txt"), builder_text(&out), error);
    arena_free(&arena);
    builder_free(&out);
    return good;
}

static const Strip *find_strip(const Sheet *sheet, StripKind kind, const char *from, const char *to) {
    for (int i = 0; i < sheet->strips.count; i++) {
        const Strip *strip = &sheet->strips.items[i];
        if (strip->kind == kind && strcmp(strip->from, from) == 0 && strcmp(strip->to, to) == 0) return strip;
    }
    return NULL;
}

// A motion strip may be played backwards: `position` is made that of its own direction.
static const Strip *motion_strip(const Sheet *sheet, const char *from, const char *to, double *position) {
    const Strip *there = find_strip(sheet, STRIP_MOTION, from, to);
    if (there) return there;
    *position = 1 - *position;
    return find_strip(sheet, STRIP_MOTION, to, from);
}

// How many frames after the strip's first one `position` lies, and what share of the time to the next has passed.
static int place_in(const Sheet *sheet, const Strip *strip, double position, double *share) {
    const Frame *frames = sheet->frames.items + strip->first_frame;
    int last = strip->frame_count - 1, i = 0;
    *share = 0;
    if (!(position > 0)) return 0; // and what is no number
    if (position >= 1 || last == 0) return last;
    if (strip->kind != STRIP_MOTION || !frames[0].has_at) {
        *share = position * last - (int)(position * last);
        return (int)(position * last);
    }
    while (i + 1 <= last && position >= frames[i + 1].at) i++;
    if (i < last) *share = fmax(0, (position - frames[i].at) / (frames[i + 1].at - frames[i].at));
    return i;
}

// Each frame is shown until halfway to the next.
static int nearest_frame(const Sheet *sheet, const Strip *strip, double position) {
    if (!strip) return -1;
    double share;
    int i = place_in(sheet, strip, position, &share);
    return strip->first_frame + i + (share >= 0.5);
}

// The share of the time from a frame to the next in which the two are mixed; it lies in the middle.
static double mix_window(const Frame *frame) {
    static const double mixed_px = 10, apart_px = 20;
    if (!frame->has_leap) return 0;
    return fmax(0, fmin((apart_px - frame->leap) / (apart_px - mixed_px), 1));
}

// In steps of a quarter of a pixel: more would be painted and not be seen.
static int mix_part(double part, double leap) {
    int steps = 2;
    while (steps < FRAME_MIX_PARTS && steps < 4 * leap) steps *= 2;
    return (int)(part * steps + 0.5) * (FRAME_MIX_PARTS / steps);
}

static FrameMix mix_at(const Sheet *sheet, const Strip *strip, double position) {
    if (!strip) return (FrameMix){-1, -1, 0};
    double share;
    int frame = strip->first_frame + place_in(sheet, strip, position, &share), part = 0;
    const Frame *shown = &sheet->frames.items[frame];
    double window = mix_window(shown);
    if (window <= 0) part = share >= 0.5 ? FRAME_MIX_PARTS : 0;
    else part = mix_part(fmax(0, fmin((share - 0.5) / window + 0.5, 1)), shown->leap);
    if (part == FRAME_MIX_PARTS) return (FrameMix){frame + 1, frame + 1, 0};
    return (FrameMix){frame, part ? frame + 1 : frame, part};
}

int sheet_motion_frame(const Sheet *sheet, const char *from, const char *to, double position) {
    const Strip *strip = motion_strip(sheet, from, to, &position);
    return nearest_frame(sheet, strip, position);
}

int sheet_breath_frame(const Sheet *sheet, const char *pose, double fullness) {
    return nearest_frame(sheet, find_strip(sheet, STRIP_BREATH, pose, pose), fullness);
}

FrameMix sheet_motion_mix(const Sheet *sheet, const char *from, const char *to, double position) {
    const Strip *strip = motion_strip(sheet, from, to, &position);
    return mix_at(sheet, strip, position);
}

FrameMix sheet_breath_mix(const Sheet *sheet, const char *pose, double fullness) {
    return mix_at(sheet, find_strip(sheet, STRIP_BREATH, pose, pose), fullness);
}

char *sheet_page_path(Arena *arena, const Sheet *sheet, int page) {
    static const char *const ends[] = {".webp.gz", ".webp"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        char *path = text_format(arena, "%s/page-%d%s", sheet->folder, page, ends[i]);
        if (file_exists(path)) return path;
    }
    return text_format(arena, "%s/page-%d.png", sheet->folder, page);
}
