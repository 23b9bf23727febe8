#include "ui/player.h"

#include <math.h>

// One element of the bar: the segments of one exercise.
typedef struct {
    int64_t start_ms, end_ms;
    Group group;
} Element;

typedef LIST(Element) ElementList;

static ElementList elements_of(Arena *arena, const Session *session) {
    ElementList elements = {0};
    int step = 0;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        bool continues = elements.count > 0 && segment->step == step;
        Element *element = continues ? &elements.items[elements.count - 1] : list_push(arena, &elements);
        if (!continues) *element = (Element){segment->start_ms, segment->end_ms, segment->group};
        element->end_ms = segment->end_ms;
        step = segment->step;
    }
    return elements;
}

static void draw_element(Canvas *canvas, const PlayerState *state, const Element *element, Rect rect) {
    const Theme *theme = state->theme;
    Colour colour = theme->groups[element->group];
    float radius = rect.height / 2;
    double length = (double)(element->end_ms - element->start_ms);
    double part = length > 0 ? (state->position_ms - (double)element->start_ms) / length : 1;
    if (part >= 1) {
        canvas_box(canvas, rect, radius, colour_mix(theme->track, colour, 0.45f));
        return;
    }
    canvas_box(canvas, rect, radius, theme->track);
    rect.width *= (float)fmax(part, 0);
    if (roundf(rect.width * canvas->scale) >= 1) canvas_box(canvas, rect, radius, colour);
}

void player_bar_draw(Canvas *canvas, const PlayerState *state, Rect bar) {
    ElementList elements = elements_of(canvas->list->arena, state->session);
    if (elements.count == 0) return;
    float count = (float)elements.count;
    float gap = fminf(8, bar.width / (4 * count));
    float least = fminf(10, bar.width / (2 * count)); // a short element can still be seen
    float share = bar.width - gap * (count - 1) - least * count;
    double length = (double)state->session->length_ms;
    Rect rect = bar;
    for (int i = 0; i < elements.count; i++) {
        const Element *element = &elements.items[i];
        double part = length > 0 ? (double)(element->end_ms - element->start_ms) / length : 0;
        rect.width = least + share * (float)part;
        draw_element(canvas, state, element, rect);
        rect.x += rect.width + gap;
    }
}
