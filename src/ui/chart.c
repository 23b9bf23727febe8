#include "ui/chart.h"

#include <math.h>

enum { LEFT_WORDS = 92, LEFT_LONG_WORDS = 200, BELOW = 52, WORD_HEIGHT = 40, FINEST = 6, DOT_EVERY = 16,
       COLUMN_GAP = 4, WIDEST_COLUMN = 72 };

static float y_of(const Chart *chart, float value) {
    float part = (value - chart->low) / (chart->high - chart->low);
    return chart->area.y + chart->area.height * (1 - fminf(fmaxf(part, 0), 1));
}

// The middle of a day that is one of so many beside one another.
static float x_of(const Chart *chart, int index, int count) {
    return chart->area.x + chart->area.width * ((float)index + 0.5f) / (float)count;
}

static void draw_values(Canvas *canvas, const Theme *theme, const Chart *chart, const ChartFrame *frame) {
    TextStyle style = {FACE_REGULAR, 28, .align = ALIGN_RIGHT, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    float room = frame->value_words ? LEFT_LONG_WORDS : LEFT_WORDS;
    for (int i = 0; i < frame->value_count; i++) {
        float y = y_of(chart, (float)frame->values[i]);
        const char *words = frame->value_words ? frame->value_words[i] : text_format(canvas->list->arena, "%d", frame->values[i]);
        canvas_text(canvas, (Rect){chart->area.x - room, y - WORD_HEIGHT / 2.0f, room - 20, WORD_HEIGHT}, style, words);
        canvas_line(canvas, chart->area.x, y, chart->area.x + chart->area.width, y, 1.5f, theme->track);
    }
}

Chart chart_begin(Canvas *canvas, const Theme *theme, Rect box, float low, float high, int count, const ChartFrame *frame) {
    float left = frame->value_words ? LEFT_LONG_WORDS : LEFT_WORDS;
    Chart chart = {{box.x + left, box.y + WORD_HEIGHT / 2.0f, box.width - left, box.height - BELOW - WORD_HEIGHT / 2.0f}, low, high, count};
    if (frame->band_high > frame->band_low) {
        Colour good = theme->right;
        good.a = 40;
        float top = y_of(&chart, frame->band_high), bottom = y_of(&chart, frame->band_low);
        canvas_box(canvas, (Rect){chart.area.x, top, chart.area.width, bottom - top}, 6, good);
    }
    draw_values(canvas, theme, &chart, frame);
    TextStyle style = {FACE_REGULAR, 28, .colour = theme->soft_ink, .place = PLACE_MIDDLE};
    Rect below = {chart.area.x, box.y + box.height - WORD_HEIGHT, chart.area.width / 2 - 10, WORD_HEIGHT};
    if (frame->from) canvas_text(canvas, below, style, frame->from);
    below.x += chart.area.width / 2 + 10;
    style.align = ALIGN_RIGHT;
    if (frame->to) canvas_text(canvas, below, style, frame->to);
    return chart;
}

// The values that are drawn: the means of as many days as must share a place. In the arena of the frame.
typedef struct {
    float *values;
    int count, each; // places; days that share one
} Places;

static Places places_of(Canvas *canvas, const Chart *chart, const float *values) {
    int most = (int)(chart->area.width / FINEST), each = (chart->count + most - 1) / (most > 0 ? most : 1);
    if (each < 1) each = 1;
    Places places = {.each = each, .count = (chart->count + each - 1) / each};
    places.values = arena_new(canvas->list->arena, float, places.count + 1);
    for (int place = 0; place < places.count; place++) {
        float sum = 0;
        int known = 0;
        for (int i = place * each; i < (place + 1) * each && i < chart->count; i++)
            if (values[i] >= 0) sum += values[i], known++;
        places.values[place] = known ? sum / (float)known : CHART_NONE;
    }
    return places;
}

void chart_line(Canvas *canvas, const Chart *chart, const float *values, int gap, float thickness, Colour colour) {
    Places places = places_of(canvas, chart, values);
    int before = -1;
    for (int i = 0; i < places.count; i++) {
        if (places.values[i] < 0) continue;
        float x = x_of(chart, i, places.count), y = y_of(chart, places.values[i]);
        bool joins = before >= 0 && (i - before) * places.each <= gap;
        if (joins) canvas_line(canvas, x_of(chart, before, places.count), y_of(chart, places.values[before]), x, y, thickness, colour);
        else canvas_line(canvas, x, y, x, y, thickness, colour);
        before = i;
    }
}

void chart_dots(Canvas *canvas, const Chart *chart, const float *values, float size, Colour colour) {
    Places places = places_of(canvas, chart, values);
    for (int i = 0; i < places.count; i++) {
        float x = x_of(chart, i, places.count), y = y_of(chart, places.values[i]);
        if (places.values[i] >= 0) canvas_line(canvas, x, y, x, y, size, colour);
    }
}

void chart_columns(Canvas *canvas, const Chart *chart, const float *values, Colour (*colour)(const Theme *, float), const Theme *theme) {
    Places places = places_of(canvas, chart, values);
    float room = chart->area.width / (float)places.count, width = fminf(fmaxf(2, room - COLUMN_GAP), WIDEST_COLUMN);
    float bottom = chart->area.y + chart->area.height;
    for (int i = 0; i < places.count; i++) {
        if (places.values[i] < 0) continue;
        float top = fminf(y_of(chart, places.values[i]), bottom - 4), x = x_of(chart, i, places.count);
        canvas_box(canvas, (Rect){x - width / 2, top, width, bottom - top}, fminf(8, width / 3), colour(theme, places.values[i]));
    }
}

void chart_mark(Canvas *canvas, const Chart *chart, float value, Colour colour) {
    float y = y_of(chart, value), right = chart->area.x + chart->area.width;
    for (float x = chart->area.x; x < right; x += DOT_EVERY) canvas_line(canvas, x, y, x, y, 4, colour);
}
