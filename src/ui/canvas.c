#include "ui/canvas.h"

#include "base/text.h"

#include <assert.h>
#include <math.h>
#include <string.h>

// Caps of the typeface are 0.727 of its size high: this far below the middle of a line is the
// baseline that puts them in its middle.
#define BASELINE_BELOW_MIDDLE 0.364f

enum { SHRINK_STEP = 2 };

Canvas canvas_make(DrawList *list, TextMeasure measure, int width, int height) {
    Canvas canvas = {.list = list, .measure = measure, .tall = height > width};
    float least_width = canvas.tall ? 1080 : 1920, least_height = canvas.tall ? 1920 : 1080;
    canvas.scale = fminf((float)width / least_width, (float)height / least_height);
    canvas.width = (float)width / canvas.scale;
    canvas.height = (float)height / canvas.scale;
    return canvas;
}

Rect rect_inset(Rect rect, float x, float y) {
    return (Rect){rect.x + x, rect.y + y, rect.width - 2 * x, rect.height - 2 * y};
}

// Edges fall on whole pixels, so that nothing shimmers and neighbours keep their gaps.
static Rect to_pixels(const Canvas *canvas, Rect units) {
    float s = canvas->scale;
    float left = roundf(units.x * s), top = roundf(units.y * s);
    return (Rect){left, top, roundf((units.x + units.width) * s) - left,
                  roundf((units.y + units.height) * s) - top};
}

DrawOp *canvas_add(Canvas *canvas, DrawKind kind, Rect units) {
    DrawOp *op = list_push(canvas->list->arena, &canvas->list->ops);
    op->kind = kind;
    op->rect = to_pixels(canvas, units);
    return op;
}

void canvas_hit(Canvas *canvas, Rect units, int item, int part) {
    HitList *hits = canvas->hits;
    if (!hits || hits->count == MOST_HITS) return;
    hits->items[hits->count].rect = to_pixels(canvas, units);
    hits->items[hits->count].item = item;
    hits->items[hits->count++].part = part;
}

bool hit_find(const HitList *hits, float x, float y, int *item, int *part) {
    for (int i = hits->count - 1; i >= 0; i--) {
        Rect rect = hits->items[i].rect;
        if (x < rect.x || y < rect.y || x >= rect.x + rect.width || y >= rect.y + rect.height) continue;
        *item = hits->items[i].item;
        *part = hits->items[i].part;
        return true;
    }
    return false;
}

void canvas_backdrop(Canvas *canvas, Colour middle, Colour edge) {
    DrawOp *op = canvas_add(canvas, DRAW_BACKDROP, (Rect){0, 0, canvas->width, canvas->height});
    op->colour = middle;
    op->colour2 = edge;
}

void canvas_box(Canvas *canvas, Rect units, float radius, Colour colour) {
    DrawOp *op = canvas_add(canvas, DRAW_BOX, units);
    op->colour = colour;
    op->radius = fminf(radius * canvas->scale, fminf(op->rect.width, op->rect.height) / 2);
}

// In steps of half a degree: finer ones would repaint without being seen.
void canvas_ring(Canvas *canvas, Rect units, float thickness, float turn, Colour colour) {
    DrawOp *op = canvas_add(canvas, DRAW_RING, units);
    op->rect.height = op->rect.width;
    op->colour = colour;
    op->thickness = roundf(thickness * canvas->scale);
    op->turn = roundf(fminf(fmaxf(turn, 0), 1) * 720) / 720;
}

void canvas_line(Canvas *canvas, float x, float y, float to_x, float to_y, float thickness, Colour colour) {
    float s = canvas->scale;
    DrawOp *op = canvas_add(canvas, DRAW_LINE, (Rect){0});
    op->rect = (Rect){x * s, y * s, (to_x - x) * s, (to_y - y) * s}; // strokes may slope: their ends need no whole pixels
    op->colour = colour;
    op->thickness = thickness * s;
}

float canvas_width(const Canvas *canvas, const char *text, Face face, float size) {
    return canvas->measure.width(canvas->measure.context, text, face, size * canvas->scale) / canvas->scale;
}

typedef struct {
    Text lines[MOST_LINES];
    int count;
    float width; // of the longest
    bool fits;
} Wrapped;

typedef struct {
    const Canvas *canvas;
    Face face;
    float size;
} Setting;

static float text_width(Setting setting, Text text) {
    return canvas_width(setting.canvas, text_copy(setting.canvas->list->arena, text), setting.face, setting.size);
}

static Text trimmed(Text text) {
    while (text.size > 0 && text.bytes[0] == ' ') text.bytes++, text.size--;
    while (text.size > 0 && text.bytes[text.size - 1] == ' ') text.size--;
    return text;
}

static int word_end(Text text, int from) {
    while (from < text.size && text.bytes[from] == ' ') from++;
    while (from < text.size && text.bytes[from] != ' ') from++;
    return from;
}

// As many words as the width takes, but at least one.
static Text take_line(Setting setting, Text text, float width) {
    int taken = word_end(text, 0);
    while (taken < text.size) {
        int longer = word_end(text, taken);
        if (text_width(setting, (Text){text.bytes, longer}) > width) break;
        taken = longer;
    }
    return (Text){text.bytes, taken};
}

static Wrapped wrap(Setting setting, Text text, float width, int most_lines) {
    Wrapped wrapped = {.fits = true};
    text = trimmed(text);
    while (text.size > 0 && wrapped.count < most_lines) {
        bool is_last = wrapped.count == most_lines - 1;
        Text line = take_line(setting, text, width);
        Text rest = trimmed((Text){text.bytes + line.size, text.size - line.size});
        if (is_last && rest.size > 0) wrapped.fits = false, line = text;
        float line_width = text_width(setting, line);
        if (line_width > width) wrapped.fits = false;
        wrapped.width = fmaxf(wrapped.width, line_width);
        wrapped.lines[wrapped.count++] = line;
        text = is_last ? (Text){text.bytes, 0} : rest;
    }
    return wrapped;
}

// The narrowest wrapping with as many lines: lines of about the same length read best centred.
static Wrapped balance(Setting setting, Text text, Wrapped wrapped, float width) {
    float narrow = 0;
    for (int i = 0; i < 8 && wrapped.count > 1; i++) {
        float middle = (narrow + width) / 2;
        Wrapped tried = wrap(setting, text, middle, wrapped.count);
        if (tried.fits) wrapped = tried, width = middle;
        else narrow = middle;
    }
    return wrapped;
}

// Shortens a line that is too wide, at the end of a character, with an ellipsis.
static Text shortened(Setting setting, Text line, float width) {
    Arena *arena = setting.canvas->list->arena;
    Text whole = line;
    if (text_width(setting, whole) <= width) return whole;
    while (line.size > 0) {
        do line.size--;
        while (line.size > 0 && ((unsigned char)line.bytes[line.size] & 0xC0) == 0x80);
        Text cut = trimmed(line);
        whole = text_of(text_format(arena, "%.*s…", TEXT_ARGS(cut)));
        if (text_width(setting, whole) <= width) break;
    }
    return whole;
}

// How many lines of a size the box is high enough for, within the limit of the style.
static int line_limit(Rect box, const TextStyle *style, float size) {
    int room = (int)(box.height / (size * style->leading) + 0.01f);
    return room < 1 ? 1 : room < style->lines ? room : style->lines;
}

static Wrapped fit(Canvas *canvas, Rect box, TextStyle *style, const char *text) {
    Setting setting = {canvas, style->face, style->size};
    Text whole = text_of(text);
    Wrapped wrapped = wrap(setting, whole, box.width, line_limit(box, style, setting.size));
    while (!wrapped.fits && setting.size - SHRINK_STEP >= style->smallest) {
        setting.size -= SHRINK_STEP;
        wrapped = wrap(setting, whole, box.width, line_limit(box, style, setting.size));
    }
    style->size = setting.size;
    if (wrapped.fits && style->align == ALIGN_CENTRE) return balance(setting, whole, wrapped, box.width);
    if (wrapped.fits) return wrapped;
    wrapped.width = 0;
    for (int i = 0; i < wrapped.count; i++) {
        wrapped.lines[i] = shortened(setting, wrapped.lines[i], box.width);
        wrapped.width = fmaxf(wrapped.width, text_width(setting, wrapped.lines[i]));
    }
    return wrapped;
}

static void put_line(Canvas *canvas, float x, float baseline, TextStyle style, Text line) {
    DrawOp *op = canvas_add(canvas, DRAW_TEXT, (Rect){x, baseline, 0, 0});
    op->text = text_copy(canvas->list->arena, line);
    op->face = style.face;
    op->size = style.size * canvas->scale;
    op->align = style.align;
    op->colour = style.colour;
}

Rect canvas_text(Canvas *canvas, Rect box, TextStyle style, const char *text) {
    if (style.lines == 0) style.lines = 1;
    if (style.leading == 0) style.leading = 1.2f;
    if (style.smallest == 0) style.smallest = style.size;
    assert(style.lines <= MOST_LINES);
    Wrapped wrapped = fit(canvas, box, &style, text);
    float line_height = style.size * style.leading, height = line_height * (float)wrapped.count;
    float part = style.align == ALIGN_LEFT ? 0 : style.align == ALIGN_CENTRE ? 0.5f : 1;
    float top = box.y + (box.height - height) * (float)style.place / 2;
    for (int i = 0; i < wrapped.count; i++) {
        float middle = top + line_height * ((float)i + 0.5f);
        put_line(canvas, box.x + part * box.width, middle + BASELINE_BELOW_MIDDLE * style.size, style,
                 wrapped.lines[i]);
    }
    return (Rect){box.x + part * (box.width - wrapped.width), top, wrapped.width, height};
}
