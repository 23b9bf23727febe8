#include "figure/scene.h"

#include "figure/poses.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const double SMALL = 160; // pixels a metre of the golden pictures

static Clip clip_of(const TestPose *pose) {
    Clip clip = {.id = pose->name, .camera_az_deg = pose->az_deg, .camera_el_deg = pose->el_deg};
    clip.props[PROP_MAT] = true;
    clip.muscles[MUSCLE_GLUTE_MAX] = MUSCLE_WORKS;
    clip.muscles[MUSCLE_QUADS] = MUSCLE_STRETCHES;
    return clip;
}

typedef struct {
    Clip clip;
    Stance stance;
    Scene scene;
    March march;
    SceneLayers layers;
} Drawn;

static Drawn draw(const TestPose *pose, double pixels_per_metre) {
    Drawn drawn = {.clip = clip_of(pose)};
    skeleton_stand(&pose->pose, &drawn.stance);
    drawn.scene = scene_make(&drawn.clip, &drawn.stance, 1, pixels_per_metre);
    drawn.march = march_make(drawn.scene.width, drawn.scene.height);
    drawn.layers = scene_draw(&drawn.scene, &drawn.march, &drawn.clip, &drawn.stance, 1);
    return drawn;
}

static void layers_free(SceneLayers *layers) {
    patch_free(&layers->body);
    patch_free(&layers->shadow);
    patch_free(&layers->glow);
}

static void drawn_free(Drawn *drawn) {
    layers_free(&drawn->layers);
    march_free(&drawn->march);
}

static void poses_look_as_they_did(void **state) {
    (void)state;
    for (int i = 0; i < TEST_POSES; i++) {
        Drawn drawn = draw(&test_poses[i], SMALL);
        Patch ground = scene_ground(&drawn.scene);
        Picture canvas = picture_make(drawn.scene.width, drawn.scene.height);
        patch_over(&canvas, &ground);
        patch_over(&canvas, &drawn.layers.shadow);
        patch_over(&canvas, &drawn.layers.body);
        patch_over(&canvas, &drawn.layers.glow);
        char path[100];
        snprintf(path, sizeof path, "tests/figure/golden/%s.png", test_poses[i].name);
        assert_golden_picture(path, &canvas, 2);
        picture_free(&canvas);
        patch_free(&ground);
        drawn_free(&drawn);
    }
}

static void same_patch(const Patch *a, const Patch *b) {
    assert_int_equal(a->left, b->left);
    assert_int_equal(a->top, b->top);
    assert_int_equal(a->picture.width, b->picture.width);
    assert_int_equal(a->picture.height, b->picture.height);
    assert_memory_equal(a->picture.pixels, b->picture.pixels, 4 * (size_t)a->picture.width * (size_t)a->picture.height);
}

// A canvas is used for frame after frame: nothing of the last may stay.
static void a_used_canvas_draws_like_a_new_one(void **state) {
    (void)state;
    Drawn drawn = draw(&test_poses[1], SMALL);
    Stance other = drawn.stance;
    for (int bone = 0; bone < BONE_COUNT; bone++) other.joint[bone].y += 0.3;
    SceneLayers between = scene_draw(&drawn.scene, &drawn.march, &drawn.clip, &other, 0.5);
    SceneLayers again = scene_draw(&drawn.scene, &drawn.march, &drawn.clip, &drawn.stance, 1);
    same_patch(&drawn.layers.body, &again.body);
    same_patch(&drawn.layers.shadow, &again.shadow);
    same_patch(&drawn.layers.glow, &again.glow);
    layers_free(&between);
    layers_free(&again);
    drawn_free(&drawn);
}

// Wide or narrow instructions, the picture is the same to the last bit.
static void the_processor_changes_nothing(void **state) {
    (void)state;
    for (int i = 0; i < TEST_POSES; i++) {
        Drawn drawn = draw(&test_poses[i], SMALL);
        size_t count = (size_t)drawn.march.width * (size_t)drawn.march.height;
        Sample *samples = malloc(count * sizeof *samples);
        assert_non_null(samples);
        memcpy(samples, drawn.march.samples, count * sizeof *samples);
        drawn.march.narrow = true;
        SceneLayers narrow = scene_draw(&drawn.scene, &drawn.march, &drawn.clip, &drawn.stance, 1);
        assert_memory_equal(samples, drawn.march.samples, count * sizeof *samples);
        same_patch(&drawn.layers.body, &narrow.body);
        same_patch(&drawn.layers.shadow, &narrow.shadow);
        same_patch(&drawn.layers.glow, &narrow.glow);
        layers_free(&narrow);
        drawn_free(&drawn);
        free(samples);
    }
}

static void check_inside(const Scene *scene, const Patch *patch) {
    assert_true(patch->picture.width > 0);
    assert_true(patch->left > 0 && patch->top > 0);
    assert_true(patch->left + patch->picture.width * patch->step < scene->width);
    assert_true(patch->top + patch->picture.height * patch->step < scene->height);
}

static void nothing_is_cut_off(void **state) {
    (void)state;
    for (int i = 0; i < TEST_POSES; i++) {
        Drawn drawn = draw(&test_poses[i], 100);
        Patch ground = scene_ground(&drawn.scene);
        check_inside(&drawn.scene, &drawn.layers.body);
        check_inside(&drawn.scene, &ground);
        assert_true(drawn.layers.shadow.left >= 0 && drawn.layers.shadow.top >= 0);
        patch_free(&ground);
        drawn_free(&drawn);
    }
}

static const uint8_t *pixel_of(const Patch *patch, int x, int y) {
    return patch->picture.pixels + 4 * ((size_t)y * (size_t)patch->picture.width + (size_t)x);
}

// Edges are smooth, and the colour goes on under them, so that scaling finds no dark fringe.
static void edges_have_coverage_and_colour(void **state) {
    (void)state;
    Drawn drawn = draw(&test_poses[0], SMALL);
    const Patch *body = &drawn.layers.body;
    int between = 0, solid = 0;
    for (int y = 1; y + 1 < body->picture.height; y++) {
        for (int x = 1; x + 1 < body->picture.width; x++) {
            const uint8_t *pixel = pixel_of(body, x, y), *left = pixel_of(body, x - 1, y);
            between += pixel[3] > 0 && pixel[3] < 255;
            solid += pixel[3] == 255;
            if (pixel[3] || !left[3]) continue;
            int difference = 0;
            for (int c = 0; c < 3; c++) difference = abs(pixel[c] - left[c]) > difference ? abs(pixel[c] - left[c]) : difference;
            assert_true(difference < 90);
            assert_true(pixel[0] + pixel[1] + pixel[2] > 60);
        }
    }
    assert_true(solid > 5000);
    assert_true(between > 300 && between < solid / 3);
    drawn_free(&drawn);
}

static void a_shadow_is_soft_and_black(void **state) {
    (void)state;
    Drawn drawn = draw(&test_poses[1], 440);
    const Patch *shadow = &drawn.layers.shadow;
    int darkest = 0;
    for (int y = 0; y < shadow->picture.height; y++) {
        for (int x = 0; x < shadow->picture.width; x++) {
            const uint8_t *pixel = pixel_of(shadow, x, y);
            assert_int_equal(pixel[0] + pixel[1] + pixel[2], 0);
            if (pixel[3] > darkest) darkest = pixel[3];
            if (x > 0) assert_in_range(abs(pixel[3] - pixel_of(shadow, x - 1, y)[3]), 0, 60);
        }
    }
    assert_in_range(darkest, 60, 200);
    drawn_free(&drawn);
}

static void muscle_light_stays_on_the_body(void **state) {
    (void)state;
    Drawn drawn = draw(&test_poses[3], 300);
    const Patch *glow = &drawn.layers.glow, *body = &drawn.layers.body;
    assert_int_equal(glow->step, 2);
    int warm = 0, cool = 0;
    for (int y = 0; y < glow->picture.height; y++) {
        for (int x = 0; x < glow->picture.width; x++) {
            const uint8_t *pixel = pixel_of(glow, x, y);
            if (pixel[3] < 8) continue;
            warm += pixel[0] > pixel[2], cool += pixel[2] > pixel[0];
            bool seen = false;
            for (int i = 0; i < 4; i++) {
                int bx = glow->left + 2 * x + (i & 1) - body->left, by = glow->top + 2 * y + (i >> 1) - body->top;
                assert_true(bx >= 0 && by >= 0 && bx < body->picture.width && by < body->picture.height);
                seen = seen || pixel_of(body, bx, by)[3] > 0;
            }
            assert_true(seen);
        }
    }
    assert_true(warm > 50 && cool > 50);
    SceneLayers dark = scene_draw(&drawn.scene, &drawn.march, &drawn.clip, &drawn.stance, 0);
    assert_int_equal(dark.glow.picture.width, 0);
    layers_free(&dark);
    drawn_free(&drawn);
}

static void the_camera_looks_from_where_it_is_told(void **state) {
    (void)state;
    Camera camera = camera_make(0, 0, vec(0, 1, 0), 440);
    double x, y;
    assert_true(fabs(camera_project(&camera, vec(0, 1, 0), &x, &y) - 440) < 1e-6);
    assert_true(fabs(x) < 1e-9 && fabs(y) < 1e-9);
    camera_project(&camera, vec(0.5, 1.5, 0), &x, &y);
    assert_true(fabs(x - 220) < 1e-6 && fabs(y + 220) < 1e-6);
    assert_true(camera_project(&camera, vec(0, 1, 0.5), &x, &y) > 440); // nearer is larger
    Camera front = camera_make(90, 0, vec(0, 0, 0), 440);
    camera_project(&front, vec(0, 0, -1), &x, &y); // the left hand of who faces right
    assert_true(x > 0);
    Vec floor;
    Camera above = camera_make(30, 20, vec(0.2, 0, -0.1), 300);
    camera_project(&above, vec(0.7, 0, 0.3), &x, &y);
    assert_true(camera_floor(&above, x, y, &floor));
    assert_true(fabs(floor.x - 0.7) < 1e-9 && fabs(floor.z - 0.3) < 1e-9);
    assert_false(camera_floor(&above, 0, -100000, &floor)); // the sky
}

static int most_alpha(const Patch *patch, int y) {
    int most = 0;
    for (int x = 0; x < patch->picture.width; x++) most = most > pixel_of(patch, x, y)[3] ? most : pixel_of(patch, x, y)[3];
    return most;
}

static void what_is_seen_from_close_is_large_and_fades_out(void **state) {
    (void)state;
    Drawn far = draw(&test_poses[0], 200);
    Clip clip = far.clip;
    clip.close = 2;
    clip.close_on = (BonePoint){BONE_HEAD, {0, 0, 0}};
    Scene scene = scene_make(&clip, &far.stance, 1, 200);
    assert_true(scene.pixels_per_metre == 400 && scene.shown_per_metre == 200);
    assert_true(scene.height < far.scene.height && scene.height > 200);
    assert_true(!scene.cut_top && scene.cut_bottom);
    March march = march_make(scene.width, scene.height);
    SceneLayers layers = scene_draw(&scene, &march, &clip, &far.stance, 0);
    const Patch *body = &layers.body;
    int bottom = body->picture.height - 1;
    assert_true(body->top + bottom >= scene.height - 3); // the body goes on below
    assert_in_range(most_alpha(body, bottom), 0, 8);
    assert_in_range(most_alpha(body, bottom - 22), 60, 200);
    assert_int_equal(most_alpha(body, bottom - 60), 255);
    assert_true(most_alpha(body, 3) > 100); // nothing is above the hair
    layers_free(&layers);
    march_free(&march);
    drawn_free(&far);
}

static void a_poster_keeps_to_its_size(void **state) {
    (void)state;
    for (int i = 0; i < TEST_POSES; i += 2) {
        Drawn drawn = draw(&test_poses[i], 440);
        Picture poster = scene_poster(&drawn.scene, &drawn.march, &drawn.clip, &drawn.stance, 480, 270);
        assert_true(poster.width <= 480 && poster.height <= 270);
        assert_true(poster.width >= 478 || poster.height >= 268);
        picture_free(&poster);
        drawn_free(&drawn);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(poses_look_as_they_did),
        cmocka_unit_test(a_used_canvas_draws_like_a_new_one),
        cmocka_unit_test(the_processor_changes_nothing),
        cmocka_unit_test(nothing_is_cut_off),
        cmocka_unit_test(edges_have_coverage_and_colour),
        cmocka_unit_test(a_shadow_is_soft_and_black),
        cmocka_unit_test(muscle_light_stays_on_the_body),
        cmocka_unit_test(the_camera_looks_from_where_it_is_told),
        cmocka_unit_test(what_is_seen_from_close_is_large_and_fades_out),
        cmocka_unit_test(a_poster_keeps_to_its_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
