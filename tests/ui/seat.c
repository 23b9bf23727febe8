#include "ui/seat.h"

void write_down(void *owner, const Entry *entry) {
    Seat *seat = owner;
    assert_true(entry_is_good(diary_add(&seat->arena, &seat->diary, entry)));
}

void step_with(Seat *seat, UiInput input) {
    input.width = 1280, input.height = 720;
    input.fullscreen = seat->fullscreen;
    input.has_sound = !seat->is_silent;
    input.measure = fixture_measure, input.sheets = fixture_sheets;
    input.now = seat->now;
    arena_reset(&seat->frame);
    seat->out = ui_step(seat->ui, &input, &seat->frame);
}

void step_key(Seat *seat, const char *key, double elapsed_ms) {
    Key pressed = {.name = key};
    step_with(seat, (UiInput){.keys = &pressed, .key_count = key != NULL, .elapsed_ms = elapsed_ms});
}

void press(Seat *seat, const char *key) {
    step_key(seat, key, 0);
}

void wait_ms(Seat *seat, double ms) {
    step_key(seat, NULL, ms);
}

void get_up(Seat *seat) {
    ui_close(seat->ui);
    arena_free(&seat->arena);
    arena_free(&seat->frame);
}

bool shows(const Seat *seat, const char *text) {
    return list_shows(&seat->out.list, text);
}

bool shows_just(const Seat *seat, const char *text) {
    return list_shows_just(&seat->out.list, text);
}

char *printed(const Seat *seat, Arena *arena) {
    TextBuilder out = {0};
    draw_list_print(&seat->out.list, &out);
    char *copy = text_copy(arena, builder_text(&out));
    builder_free(&out);
    return copy;
}
