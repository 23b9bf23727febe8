#include "support/golden.h"
#include "ui/fixture.h"
#include "ui/layout.h"
#include "ui/overlay.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static DrawList draw(Arena *arena, const PlayerState *state, int width, int height, Overlay overlay) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    player_draw(&canvas, state);
    overlay_draw(&canvas, state->theme, overlay, CHOICE_AGAIN);
    return list;
}

static const DrawOp *find_text(const DrawList *list, const char *text) {
    for (int i = 0; i < list->ops.count; i++) {
        if (list->ops.items[i].kind == DRAW_TEXT && strstr(list->ops.items[i].text, text)) return &list->ops.items[i];
    }
    return NULL;
}

static const DrawOp *find_kind(const DrawList *list, DrawKind kind) {
    for (int i = 0; i < list->ops.count; i++) {
        if (list->ops.items[i].kind == kind) return &list->ops.items[i];
    }
    return NULL;
}

static void assert_golden_moment(const char *name, const DrawList *list) {
    Arena arena = {0};
    assert_golden_list(text_format(&arena, "tests/ui/golden/%s.txt", name), list);
    arena_free(&arena);
}

static void test_every_moment_is_drawn_as_kept(void **state) {
    (void)state;
    for (const char *const *name = fixture_moments; *name; name++) {
        if (strcmp(*name, "absurd") == 0) continue;
        Arena arena = {0};
        PlayerState moment = fixture_moment(&arena, *name);
        DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
        assert_golden_moment(*name, &list);
        arena_free(&arena);
    }
}

static void test_overlays_are_drawn_as_kept(void **state) {
    (void)state;
    const char *names[] = {[OVERLAY_PAUSED] = "paused", [OVERLAY_MENU] = "menu", [OVERLAY_KEYS] = "keys"};
    for (int overlay = OVERLAY_PAUSED; overlay <= OVERLAY_KEYS; overlay++) {
        Arena arena = {0};
        PlayerState moment = fixture_moment(&arena, "hold");
        DrawList list = draw(&arena, &moment, 1920, 1080, (Overlay)overlay);
        assert_golden_moment(names[overlay], &list);
        arena_free(&arena);
    }
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    for (const char *const *name = fixture_moments; *name; name++) {
        for (const WindowSize *size = fixture_sizes; size->width; size++) {
            for (int overlay = OVERLAY_NONE; overlay <= OVERLAY_KEYS; overlay++) {
                Arena arena = {0};
                PlayerState moment = fixture_moment(&arena, *name);
                DrawList list = draw(&arena, &moment, size->width, size->height, (Overlay)overlay);
                assert_tidy(&list, size->width, size->height, moment.toast != NULL);
                if (strcmp(*name, "absurd") != 0 && find_text(&list, "…")) {
                    fail_msg("%s at %dx%d: cut: %s", *name, size->width, size->height, find_text(&list, "…")->text);
                }
                arena_free(&arena);
            }
        }
    }
}

// The longest there are, in every window.
static void test_what_it_stands_for_is_told(void **state) {
    (void)state;
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        Arena arena = {0};
        PlayerState moment = fixture_moment(&arena, "ready");
        Segment segment = *moment.view.segment;
        segment.swapped_from = "half-kneel-hip-flexor", segment.swapped_name = "Half-kneeling hip flexor stretch";
        segment.text = "close to a wall, reach back to touch it";
        moment.view.segment = &segment;
        DrawList list = draw(&arena, &moment, size->width, size->height, OVERLAY_NONE);
        assert_tidy(&list, size->width, size->height, false);
        assert_non_null(find_text(&list, "Close to a wall"));
        assert_non_null(find_text(&list, "Instead of"));
        if (find_text(&list, "…")) fail_msg("%dx%d: cut: %s", size->width, size->height, find_text(&list, "…")->text);
        arena_free(&arena);
    }
}

static void test_odd_windows_do_not_break_it(void **state) {
    (void)state;
    const WindowSize odd[] = {{1, 1}, {10000, 20}, {20, 10000}, {160, 90}};
    for (int i = 0; i < 4; i++) {
        Arena arena = {0};
        PlayerState moment = fixture_moment(&arena, "absurd");
        DrawList list = draw(&arena, &moment, odd[i].width, odd[i].height, OVERLAY_KEYS);
        assert_true(list.ops.count > 10);
        arena_free(&arena);
    }
}

static void test_the_same_moment_gives_the_same_bytes(void **state) {
    (void)state;
    Arena arena = {0};
    TextBuilder first = {0}, second = {0};
    PlayerState moment = fixture_moment(&arena, "reps");
    DrawList list = draw(&arena, &moment, 1366, 768, OVERLAY_NONE);
    draw_list_print(&list, &first);
    moment.position_ms += 0.4; // too little to be seen
    moment.view.phase_ring += 0.0001, moment.view.ring += 0.0001, moment.view.figure.position += 0.0001;
    list = draw(&arena, &moment, 1366, 768, OVERLAY_NONE);
    draw_list_print(&list, &second);
    assert_string_equal(first.bytes, second.bytes);
    builder_free(&first);
    builder_free(&second);
    arena_free(&arena);
}

static void test_the_second_side_has_mirrored_words(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "hold");
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_non_null(find_text(&list, "left hip"));
    assert_non_null(find_text(&list, "Left side"));
    assert_null(find_text(&list, "right"));
    moment = fixture_moment(&arena, "ready");
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_non_null(find_text(&list, "right hip"));
    arena_free(&arena);
}

static void test_the_figure_keeps_its_size(void **state) {
    (void)state;
    Arena arena = {0};
    const DrawOp *before = NULL;
    for (const char *const *name = fixture_moments; strcmp(*name, "say") != 0; name++) {
        PlayerState moment = fixture_moment(&arena, *name);
        DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
        const DrawOp *figure = find_kind(&list, DRAW_FIGURE);
        if (before) assert_true(figure->pixels_per_metre == before->pixels_per_metre);
        before = figure;
    }
    assert_true(before->pixels_per_metre < 440); // the wall angel must fit too
    arena_free(&arena);
}

static int floor_marks(const DrawList *list, float *first) {
    int count = 0;
    for (int i = 0; i < list->ops.count && list->ops.items[i].kind != DRAW_FIGURE; i++) {
        const DrawOp *op = &list->ops.items[i];
        if (op->kind != DRAW_BOX || op->rect.height != 7) continue;
        if (count++ == 0) *first = op->rect.x;
    }
    return count;
}

// They go back as the walker comes forward; after a stride the picture is the same again.
static void test_the_floor_moves_under_who_walks(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "reps");
    Move walk = *moment.view.figure.move;
    float begin = 0, later = 0, end = 0;
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_int_equal(floor_marks(&list, &begin), 0);
    walk.id = "walk-drill";
    moment.view.figure.move = &walk;
    moment.view.figure.position = 0;
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    float metre = find_kind(&list, DRAW_FIGURE)->pixels_per_metre;
    int count = floor_marks(&list, &begin);
    assert_in_range(count, 4, 6);
    moment.view.figure.position = 0.015625;
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    floor_marks(&list, &later);
    assert_true(fabsf(begin - later - 1.5f * 0.015625f * metre) < 0.51f);
    moment.view.figure.position = 1;
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_int_equal(floor_marks(&list, &end), count);
    assert_true(fabsf(end - begin) < 0.51f);
    arena_free(&arena);
}

static const DrawOp *find_part(const DrawList *list, FigurePart part, bool leaves) {
    for (int i = 0; i < list->ops.count; i++) {
        const DrawOp *op = &list->ops.items[i];
        if (op->kind == DRAW_FIGURE && op->part == part && op->beside == leaves) return op;
    }
    return NULL;
}

// The hips of both pictures are at one place, which wanders from the one's to the other's.
static void test_pictures_dissolve_at_the_hips(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "rest"); // clam; the stretch is over
    moment.view.leaving = fixture_moment(&arena, "hold").view.figure;
    float begin = 0, end = 0;
    for (int i = 0; i <= 8; i++) {
        moment.view.arrived = i / 8.0;
        DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
        const DrawOp *goes = find_part(&list, FIGURE_BODY, true), *comes = find_part(&list, FIGURE_BODY, false);
        assert_true(goes < comes && find_part(&list, FIGURE_GROUND, false) < goes); // mats lie below both
        float hips = goes->rect.x - 0.3f * goes->pixels_per_metre; // mirrored
        assert_true(fabsf(hips - comes->rect.x - 0.1f * comes->pixels_per_metre) <= 1);
        assert_true(goes->faded + comes->faded <= 1); // never do both let the paper through
        if (i == 0) begin = goes->rect.x;
        if (i == 8) end = comes->rect.x;
    }
    moment.view.arrived = 1;
    moment.view.leaving.move = NULL;
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_true(find_kind(&list, DRAW_FIGURE)->rect.x == end);
    moment = fixture_moment(&arena, "hold");
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_true(find_kind(&list, DRAW_FIGURE)->rect.x == begin);
    arena_free(&arena);
}

// Each point of the body goes straight from where the far picture has it to where the near one does, in both alike.
static void test_the_camera_comes_nearer_without_a_jump(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "rest");
    moment.view.leaving = fixture_moment(&arena, "hold").view.figure;
    moment.view.leaving.mirrored = moment.view.figure.mirrored = false;
    moment.view.figure.from = "NEAR", moment.view.figure.is_motion = false;
    float first = 0, last = 0;
    for (int i = 0; i <= 8; i++) {
        moment.view.arrived = i / 8.0;
        DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
        const DrawOp *goes = find_part(&list, FIGURE_BODY, true), *comes = find_part(&list, FIGURE_BODY, false);
        float metre = goes->pixels_per_metre, there = goes->rect.x + 0.3f * metre * (float)goes->zoom;
        assert_true(fabs(goes->zoom - (1 + i / 8.0)) < 1e-6 && fabs(comes->zoom - goes->zoom / 2) < 1e-6);
        assert_true(fabsf(there - comes->rect.x - 0.1f * metre * (float)comes->zoom) <= 1); // the hips of both
        assert_true(goes->faded + comes->faded <= 1);
        if (i == 0) first = there;
        if (i == 8) last = there;
    }
    moment.view.arrived = 0.25;
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    const DrawOp *comes = find_part(&list, FIGURE_BODY, false);
    float hips = comes->rect.x + 0.1f * comes->pixels_per_metre * (float)comes->zoom;
    assert_true(fabsf(hips - (first + (last - first) / 4)) <= 1);
    moment.view.leaving.move = NULL, moment.view.arrived = 1;
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_true(find_kind(&list, DRAW_FIGURE)->zoom == 0);
    assert_true(fabsf(find_kind(&list, DRAW_FIGURE)->rect.x + 0.1f * comes->pixels_per_metre - last) <= 1);
    arena_free(&arena);
}

// The near edge of the mat keeps its distance from the caption in windows of any shape.
static void test_captions_keep_off_the_mat(void **state) {
    (void)state;
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        DrawList none = {0};
        Canvas canvas = canvas_make(&none, fixture_measure, size->width, size->height);
        PlayerLayout layout = player_layout(&canvas);
        assert_true(layout.caption.y - layout.figure.y - layout.figure.height >= 24);
        assert_true(layout.figure.height > 300);
    }
}

static void test_light_and_captions_can_be_off(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "hold");
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_true(find_kind(&list, DRAW_FIGURE)->glow == 1);
    assert_non_null(find_text(&list, "Tuck your pelvis"));
    moment.muscle_light = moment.captions = false;
    list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_true(find_kind(&list, DRAW_FIGURE)->glow == 0);
    assert_null(find_text(&list, "Tuck your pelvis"));
    arena_free(&arena);
}

static void test_a_move_without_sheet_is_named_large(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "missing");
    DrawList list = draw(&arena, &moment, 1920, 1080, OVERLAY_NONE);
    assert_null(find_kind(&list, DRAW_FIGURE));
    assert_true(find_text(&list, "Half-kneeling")->size > 90);
    arena_free(&arena);
}

static int forty(void *context, const char *move) {
    (void)context;
    return strcmp(move, "no-sheet") == 0 ? 40 : -1;
}

static void test_a_move_that_is_being_drawn_says_so(void **state) {
    (void)state;
    Arena arena = {0};
    PlayerState moment = fixture_moment(&arena, "missing");
    moment.drawings = (DrawingMeasure){forty, NULL};
    DrawList list = draw(&arena, &moment, 1280, 720, OVERLAY_NONE);
    assert_non_null(find_text(&list, "Drawing this move: 40 %"));
    moment = fixture_moment(&arena, "mistake");
    moment.comparison.wrong.from = "UNDRAWN"; // own art without the mistake: the one figure, as ever
    list = draw(&arena, &moment, 1280, 720, OVERLAY_NONE);
    assert_null(find_text(&list, "Common mistake"));
    assert_false(find_kind(&list, DRAW_FIGURE)->beside);
    arena_free(&arena);
}

static void test_clock(void **state) {
    (void)state;
    Arena arena = {0};
    assert_string_equal(player_clock(&arena, 0), "0:00");
    assert_string_equal(player_clock(&arena, 759001), "12:40");
    assert_string_equal(player_clock(&arena, 3725000), "1:02:05");
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_moment_is_drawn_as_kept),
        cmocka_unit_test(test_overlays_are_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_what_it_stands_for_is_told),
        cmocka_unit_test(test_odd_windows_do_not_break_it),
        cmocka_unit_test(test_the_same_moment_gives_the_same_bytes),
        cmocka_unit_test(test_the_second_side_has_mirrored_words),
        cmocka_unit_test(test_the_figure_keeps_its_size),
        cmocka_unit_test(test_the_floor_moves_under_who_walks),
        cmocka_unit_test(test_pictures_dissolve_at_the_hips),
        cmocka_unit_test(test_the_camera_comes_nearer_without_a_jump),
        cmocka_unit_test(test_captions_keep_off_the_mat),
        cmocka_unit_test(test_light_and_captions_can_be_off),
        cmocka_unit_test(test_a_move_without_sheet_is_named_large),
        cmocka_unit_test(test_a_move_that_is_being_drawn_says_so),
        cmocka_unit_test(test_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
