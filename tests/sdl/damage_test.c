#include "sdl/damage.h"
#include "sdl/sdl.h"

#include "painting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

enum { WIDTH = 320, HEIGHT = 200, SHAPES = 14, ROUNDS = 300 };

static Painter *open_painter(void) {
    return painting_open("build", false);
}

// xorshift (Marsaglia 2003)
static unsigned next_random(unsigned *seed) {
    *seed ^= *seed << 13, *seed ^= *seed >> 17, *seed ^= *seed << 5;
    return *seed;
}

static float random_below(unsigned *seed, int limit) {
    return (float)(next_random(seed) % (unsigned)(limit * 4)) / 4;
}

static void random_op(unsigned *seed, DrawOp *op) {
    static const char *const texts[] = {"Hold", "Lift 12", "7", "Half-kneeling hip flexor", ""};
    static const DrawKind kinds[] = {DRAW_BOX, DRAW_RING, DRAW_LINE, DRAW_TEXT, DRAW_DIM};
    *op = (DrawOp){.kind = kinds[next_random(seed) % 5]};
    op->rect.x = random_below(seed, WIDTH) - 20, op->rect.y = random_below(seed, HEIGHT) - 20;
    op->rect.width = random_below(seed, 120), op->rect.height = random_below(seed, 90);
    uint32_t colour = next_random(seed);
    memcpy(&op->colour, &colour, sizeof colour);
    op->radius = random_below(seed, 20), op->thickness = random_below(seed, 30), op->turn = random_below(seed, 1);
    op->text = texts[next_random(seed) % 5];
    op->face = (Face)(next_random(seed) % FACE_COUNT), op->align = (Align)(next_random(seed) % 3);
    op->size = 12 + random_below(seed, 40);
}

// Changes, swaps, or switches off some of the shapes.
static void random_change(unsigned *seed, DrawOp *ops, bool *shown) {
    for (unsigned changes = next_random(seed) % 4; changes > 0; changes--) {
        unsigned i = next_random(seed) % SHAPES, j = next_random(seed) % SHAPES;
        DrawOp swap = ops[i];
        switch (next_random(seed) % 4) {
        case 0: random_op(seed, &ops[i]); break;
        case 1: ops[i] = ops[j], ops[j] = swap; break;
        case 2: shown[i] = !shown[i]; break;
        case 3: ops[i].colour.a ^= 0x55; break;
        }
    }
}

static void fill_list(DrawList *list, const DrawOp *ops, const bool *shown, bool backdrop) {
    if (backdrop) list_backdrop(list);
    for (int i = 0; i < SHAPES; i++)
        if (shown[i]) *list_push(list->arena, &list->ops) = ops[i];
}

static void assert_same(const Raster *a, const Raster *b, int round) {
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        if (a->pixels[i] != b->pixels[i])
            fail_msg("round %d: pixel %d,%d is %08x, painted from nothing %08x", round, i % WIDTH, i / WIDTH,
                     a->pixels[i], b->pixels[i]);
}

static void assert_outside_unchanged(const Raster *raster, const uint32_t *before, const Area *dirty, int count) {
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
        bool inside = false;
        for (int a = 0; a < count; a++)
            inside = inside || !area_is_empty(area_shared(dirty[a], (Area){i % WIDTH, i / WIDTH, 1, 1}));
        if (!inside) assert_int_equal(raster->pixels[i], before[i]);
    }
}

static void test_painting_what_changed_equals_painting_from_nothing(void **state) {
    (void)state;
    unsigned seed = 20240607;
    DrawOp ops[SHAPES];
    bool shown[SHAPES];
    for (int i = 0; i < SHAPES; i++) random_op(&seed, &ops[i]), shown[i] = true;
    Painter *painter = open_painter(), *fresh = open_painter();
    static uint32_t before[WIDTH * HEIGHT];
    for (int round = 0; round < ROUNDS; round++) {
        Arena arena = {0};
        DrawList list = {.arena = &arena};
        Area dirty[PAINTER_AREAS];
        int count;
        fill_list(&list, ops, shown, round % 50 < 40);
        const Raster *changed = painter_paint(painter, &list, WIDTH, HEIGHT, dirty, &count);
        if (round > 0) assert_outside_unchanged(changed, before, dirty, count);
        memcpy(before, changed->pixels, sizeof before);
        painter_paint(fresh, &list, 1, 1, dirty, &count); // another size makes it forget
        assert_same(changed, painter_paint(fresh, &list, WIDTH, HEIGHT, dirty, &count), round);
        random_change(&seed, ops, shown);
        arena_free(&arena);
    }
    painter_close(painter);
    painter_close(fresh);
}

static void test_an_equal_list_costs_nothing(void **state) {
    (void)state;
    Painter *painter = open_painter();
    Area dirty[PAINTER_AREAS];
    int count;
    for (int round = 0; round < 3; round++) {
        Arena arena = {0};
        DrawList list = {.arena = &arena};
        list_backdrop(&list);
        list_text(&list, 20, 60, ALIGN_LEFT, FACE_BOLD, 40, text_format(&arena, "Hold %d", 12));
        painter_paint(painter, &list, WIDTH, HEIGHT, dirty, &count);
        assert_int_equal(count, round == 0 ? 1 : 0);
        arena_free(&arena);
    }
    painter_close(painter);
}

static void test_a_new_op_in_front_repaints_only_its_place(void **state) {
    (void)state;
    Painter *painter = open_painter();
    Arena arena = {0};
    DrawList list = {.arena = &arena}, more = {.arena = &arena};
    Area dirty[PAINTER_AREAS];
    int count;
    list_backdrop(&list), list_backdrop(&more);
    list_box(&more, (Rect){10, 10, 20.5f, 20}, 4, TEAL); // in the middle of the list
    list_box(&list, (Rect){100, 50, 80, 80}, 4, INK), list_box(&more, (Rect){100, 50, 80, 80}, 4, INK);
    painter_paint(painter, &list, WIDTH, HEIGHT, dirty, &count);
    painter_paint(painter, &more, WIDTH, HEIGHT, dirty, &count);
    assert_int_equal(count, 1);
    assert_memory_equal(&dirty[0], (&(Area){10, 10, 21, 20}), sizeof dirty[0]);
    arena_free(&arena);
    painter_close(painter);
}

static void test_areas_never_overlap_and_never_grow_too_many(void **state) {
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 50; round++) {
        Damage damage = {.bounds = {0, 0, 1000, 1000}};
        Area added[200];
        for (int i = 0; i < 200; i++) {
            added[i] = (Area){(int)random_below(&seed, 1000), (int)random_below(&seed, 1000), 1 + (int)random_below(&seed, 12),
                              1 + (int)random_below(&seed, 12)};
            damage_add(&damage, added[i]);
        }
        assert_true(damage.count <= DAMAGE_LIMIT);
        for (int i = 0; i < damage.count; i++)
            for (int j = 0; j < i; j++) assert_true(area_is_empty(area_shared(damage.areas[i], damage.areas[j])));
        for (int i = 0; i < 200; i++) {
            Area wanted = area_shared(added[i], damage.bounds);
            bool held = false;
            for (int j = 0; j < damage.count; j++) {
                Area shared = area_shared(wanted, damage.areas[j]);
                held = held || (shared.width == wanted.width && shared.height == wanted.height);
            }
            assert_true(held);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_painting_what_changed_equals_painting_from_nothing),
        cmocka_unit_test(test_an_equal_list_costs_nothing),
        cmocka_unit_test(test_a_new_op_in_front_repaints_only_its_place),
        cmocka_unit_test(test_areas_never_overlap_and_never_grow_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
