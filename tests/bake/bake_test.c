#include "bake/bake.h"

#include "bake/pages.h"
#include "bake/plan.h"
#include "base/file.h"
#include "figure/vec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

// Stands, lifts an arm, holds it, lowers it.
static Clip arm_clip(Arena *arena, int duration_ms) {
    Clip clip = {.id = "arm", .camera_az_deg = 20, .camera_el_deg = 10};
    clip.props[PROP_MAT] = true;
    clip.muscles[MUSCLE_PECS] = MUSCLE_WORKS;
    Keyframe *down = list_push(arena, &clip.poses);
    *down = (Keyframe){.name = "DOWN", .pose = {.dof = {[DOF_ROOT_Y] = 0.9005}}};
    Keyframe up = *down;
    up.name = "UP";
    up.pose.dof[DOF_SHOULDER_F] = up.pose.dof[DOF_SIDE(DOF_SHOULDER_F, LEFT)] = 90;
    *list_push(arena, &clip.poses) = up;
    *list_push(arena, &clip.phases) = (Phase){"lift", 0, 1, duration_ms, false, BREATH_IN};
    *list_push(arena, &clip.phases) = (Phase){"stay", 1, 1, 0, true, BREATH_SLOW};
    *list_push(arena, &clip.phases) = (Phase){"lower", 1, 0, duration_ms, false, BREATH_OUT};
    for (int side = 0; side < SIDES; side++) *list_push(arena, &clip.planted) = (Contact){CONTACT_FOOT, side};
    return clip;
}

static const Strip *strip_of(const BakePlan *plan, StripKind kind, const char *from) {
    for (int i = 0; i < plan->strips.count; i++)
        if (plan->strips.items[i].kind == kind && strcmp(plan->strips.items[i].from, from) == 0) return &plan->strips.items[i];
    return NULL;
}

static void a_way_and_its_way_back_share_a_strip(void **state) {
    (void)state;
    Arena arena = {0};
    Clip clip = arm_clip(&arena, 2000);
    BakePlan plan = bake_plan(&arena, &clip, motion_make(&arena, &clip), 440);
    assert_int_equal(plan.strips.count, 3);
    const Strip *breath = strip_of(&plan, STRIP_BREATH, "DOWN"), *way = strip_of(&plan, STRIP_MOTION, "DOWN");
    const Strip *held = strip_of(&plan, STRIP_BREATH, "UP");
    assert_true(breath && way && held && !strip_of(&plan, STRIP_MOTION, "UP"));
    // Where strips meet they show one picture, drawn once.
    const int *shots = plan.frame_shots.items;
    assert_int_equal(shots[way->first_frame], shots[breath->first_frame]);
    assert_int_equal(shots[way->first_frame + way->frame_count - 1], shots[held->first_frame]);
    assert_int_equal(plan.shots.count, plan.frame_shots.count - 2);
    assert_int_equal(plan.poster_pose, 1);
    arena_free(&arena);
}

// The common mistake is one picture more, of its own pose; nothing else changes.
static void a_mistake_is_one_frame(void **state) {
    (void)state;
    Arena arena = {0};
    Clip clip = arm_clip(&arena, 2000);
    BakePlan without = bake_plan(&arena, &clip, motion_make(&arena, &clip), 440);
    clip.mistake = clip.poses.items[1], clip.mistake.name = "WRONG", clip.mistake_of = 1;
    BakePlan with = bake_plan(&arena, &clip, motion_make(&arena, &clip), 440);
    assert_int_equal(with.shots.count, without.shots.count + 1);
    const Strip *strip = strip_of(&with, STRIP_BREATH, "WRONG");
    assert_non_null(strip);
    assert_int_equal(strip->frame_count, 1);
    assert_true(with.shots.items[with.frame_shots.items[strip->first_frame]].is_mistake);
    Clip alone = clip_of_mistake(&arena, &clip);
    assert_int_equal(alone.phases.items[0].from, 1);
    assert_string_equal(alone.poses.items[1].name, "WRONG");
    arena_free(&arena);
}

// Pixels from each frame of the lift to the next of what goes farthest, the fingertips. Returns the most.
static double steps_of(const Motion *motion, const BakePlan *plan, double *slowest) {
    const Strip *way = strip_of(plan, STRIP_MOTION, "DOWN");
    double most = 0;
    Stance before, after;
    BonePoint tip;
    assert_true(skeleton_point(text_of("fingertip"), RIGHT, &tip));
    motion_stance(motion, 0, 1, 0, 0, NULL, &before);
    for (int i = 1; i < way->frame_count; i++) {
        double at = plan->frame_at.items[way->first_frame + i];
        assert_true(at > plan->frame_at.items[way->first_frame + i - 1]);
        motion_stance(motion, 0, 1, at, 0, NULL, &after);
        double step = 440 * vec_distance(stance_point(&before, tip), stance_point(&after, tip));
        most = fmax(most, step);
        if (i == 1) *slowest = step;
        before = after;
    }
    assert_true(plan->frame_at.items[way->first_frame] == 0);
    assert_true(plan->frame_at.items[way->first_frame + way->frame_count - 1] == 1);
    return most;
}

// The slower the figure the shorter its steps; none is longer than can be mixed, nor shorter in time than a screen can
// show at half tempo.
static void frames_are_as_many_as_the_eye_needs(void **state) {
    (void)state;
    Arena arena = {0};
    double most_before = 1e9, slowest;
    for (int ms = 500; ms <= 16000; ms *= 2) {
        Clip clip = arm_clip(&arena, ms);
        Motion *motion = motion_make(&arena, &clip);
        BakePlan plan = bake_plan(&arena, &clip, motion, 440);
        double most = steps_of(motion, &plan, &slowest);
        assert_true(most < most_before);
        assert_true(slowest < most); // it starts slowly
        assert_true(strip_of(&plan, STRIP_MOTION, "DOWN")->frame_count <= ms * 120 / 1000 + 2);
        if (ms >= 1000) assert_true(most < 10.5);
        if (ms == 2000) assert_in_range((int)most, 4, 16);
        if (ms == 16000) assert_in_range((int)most, 1, 6);
        most_before = most;
    }
    arena_free(&arena);
}

// A patch of one colour with a mark at its corner.
static Patch patch_of(int width, int height, int number) {
    Patch patch = {picture_make(width, height), number, -number, 1};
    memset(patch.picture.pixels, number + 100, 4 * (size_t)width * (size_t)height);
    return patch;
}

static void pages_give_back_what_was_put_on_them(void **state) {
    (void)state;
    enum { COUNT = 120 };
    Error error = {0};
    assert_true(folder_make("build/bake-pages", &error));
    Pages pages = {.folder = "build/bake-pages"};
    Cell cells[COUNT];
    srand(3);
    for (int i = 0; i < COUNT; i++) {
        Patch patch = i == 60 ? patch_of(2500, 20, i) : patch_of(100 + rand() % 400, 1 + rand() % 500, i);
        if (!pages_add(&pages, &patch, &cells[i], &error)) fail_msg("%s", error.sentence);
        assert_int_equal(cells[i].left, i);
        assert_int_equal(cells[i].width, patch.picture.width);
        patch_free(&patch);
    }
    Patch nothing = {.step = 2};
    Cell cell;
    assert_true(pages_add(&pages, &nothing, &cell, &error));
    assert_int_equal(cell.width, 0);
    if (!pages_end(&pages, &error)) fail_msg("%s", error.sentence);
    assert_true(pages.page_count > 2);
    for (int i = 0; i < COUNT; i++) {
        char path[100];
        Picture page;
        snprintf(path, sizeof path, "build/bake-pages/page-%d.webp.gz", cells[i].page);
        if (!picture_read(path, &page, &error)) fail_msg("%s", error.sentence);
        assert_true(cells[i].x + cells[i].width <= page.width && cells[i].y + cells[i].height <= page.height);
        for (int y = 0; y < cells[i].height; y++) {
            for (int x = 0; x < cells[i].width; x++) {
                const uint8_t *pixel = page.pixels + 4 * ((size_t)(cells[i].y + y) * (size_t)page.width + (size_t)(cells[i].x + x));
                for (int c = 0; c < 3; c++) assert_in_range(pixel[c], i + 97, i + 103);
                assert_int_equal(pixel[3], i + 100);
            }
        }
        picture_free(&page);
    }
}

static void remove_sheet(Arena *arena, const char *folder) {
    FileList files = {0};
    Error error;
    assert_true(folder_list(arena, folder, NULL, &files, &error));
    for (int i = 0; i < files.paths.count; i++) unlink(files.paths.items[i]);
}

static void bake_arm(const char *folder, int jobs, Sheet *sheet, Arena *arena) {
    Clip clip = arm_clip(arena, 300);
    BakeOptions options = {.folder = folder, .scale = 0.25, .jobs = jobs};
    BakeCount count;
    Error error = {0};
    if (!bake_sheet(&clip, motion_make(arena, &clip), &options, &count, &error)) fail_msg("%s", error.sentence);
    if (!sheet_read(arena, path_join(arena, folder, "arm"), sheet, &error)) fail_msg("%s", error.sentence);
    assert_int_equal(count.frames, sheet->frames.count);
}

static void a_sheet_is_whole(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error = {0};
    bake_arm("build/bake-test", 1, &sheet, &arena);
    bake_arm("build/bake-test", 2, &sheet, &arena); // again, over the first
    assert_string_equal(sheet.move, "arm");
    assert_true(sheet.pixels_per_metre == 110);
    assert_true(sheet.ground.width > 100);
    assert_true(sheet.origin_x > 0 && sheet.origin_x < sheet.width);
    assert_true(sheet.origin_y > 0 && sheet.origin_y < sheet.height);
    assert_int_equal(sheet_motion_frame(&sheet, "UP", "DOWN", 1), sheet_motion_frame(&sheet, "DOWN", "UP", 0));
    assert_true(sheet_breath_frame(&sheet, "DOWN", 0) >= 0 && sheet_breath_frame(&sheet, "UP", 1) > 0);
    for (int i = 0; i < sheet.frames.count; i++) {
        const Frame *frame = &sheet.frames.items[i];
        assert_true(frame->layers[LAYER_BODY].width > 0 && frame->layers[LAYER_SHADOW].width > 0);
        assert_int_equal(frame->layers[LAYER_SHADOW].page, frame->layers[LAYER_BODY].page);
        bool has_next = false;
        for (int s = 0; s < sheet.strips.count; s++) {
            const Strip *strip = &sheet.strips.items[s];
            has_next = has_next || (i >= strip->first_frame && i + 1 < strip->first_frame + strip->frame_count);
        }
        assert_int_equal(frame->has_leap, has_next);
    }
    Picture poster;
    assert_true(picture_read("build/bake-test/arm/poster.png", &poster, &error));
    assert_true(poster.width <= 480 && poster.height <= 270);
    picture_free(&poster);
    FileList files = {0};
    assert_true(folder_list(&arena, "build/bake-test", NULL, &files, &error));
    assert_int_equal(files.paths.count, sheet.page_count + 2); // nothing temporary is left
    arena_free(&arena);
}

static void the_number_of_jobs_changes_no_byte(void **state) {
    (void)state;
    Arena arena = {0};
    Sheet sheet;
    Error error = {0};
    FileList one = {0}, three = {0};
    remove_sheet(&arena, "build/bake-one");
    remove_sheet(&arena, "build/bake-three");
    bake_arm("build/bake-one", 1, &sheet, &arena);
    bake_arm("build/bake-three", 3, &sheet, &arena);
    assert_true(folder_list(&arena, "build/bake-one/arm", NULL, &one, &error));
    assert_true(folder_list(&arena, "build/bake-three/arm", NULL, &three, &error));
    assert_int_equal(one.paths.count, three.paths.count);
    for (int i = 0; i < one.paths.count; i++) {
        Text a, b;
        assert_true(file_read(&arena, one.paths.items[i], 1 << 24, &a, &error));
        assert_true(file_read(&arena, three.paths.items[i], 1 << 24, &b, &error));
        assert_true(text_equal(a, b));
    }
    arena_free(&arena);
}

static bool bake_again(Clip *clip, Arena *arena) {
    BakeOptions options = {.folder = "build/bake-kept", .scale = 0.1, .jobs = 1};
    BakeCount count;
    Error error = {0};
    if (!bake_sheet(clip, motion_make(arena, clip), &options, &count, &error)) fail_msg("%s", error.sentence);
    assert_true(count.frames > 10 && count.pages > 0);
    return count.kept;
}

// What shows the same is not drawn again; what shows something else, or is not whole, is.
static void a_sheet_that_is_up_to_date_is_kept(void **state) {
    (void)state;
    Arena arena = {0};
    remove_sheet(&arena, "build/bake-kept");
    Clip clip = arm_clip(&arena, 300);
    assert_false(bake_again(&clip, &arena));
    int64_t before = file_changed_ns("build/bake-kept/arm/sheet.txt");
    assert_true(bake_again(&clip, &arena));
    assert_true(file_changed_ns("build/bake-kept/arm/sheet.txt") >= before);
    clip.phases.items[0].name = "raise"; // a word that no picture shows
    clip.phases.items[0].breath = BREATH_OUT;
    assert_true(bake_again(&clip, &arena));
    clip.muscles[MUSCLE_PECS] = MUSCLE_STRETCHES;
    assert_false(bake_again(&clip, &arena));
    clip.poses.items[1].pose.dof[DOF_SHOULDER_F] += 0.5;
    assert_false(bake_again(&clip, &arena));
    clip.camera_az_deg += 1;
    assert_false(bake_again(&clip, &arena));
    assert_true(bake_again(&clip, &arena));
    assert_int_equal(unlink("build/bake-kept/arm/page-0.webp.gz"), 0);
    assert_false(bake_again(&clip, &arena));
    Error error;
    assert_true(file_write("build/bake-kept/arm/sheet.txt", text_of("limber-sheet 1\nmove arm\n"), &error));
    assert_false(bake_again(&clip, &arena));
    arena_free(&arena);
}

static void a_folder_that_cannot_be_is_a_sentence(void **state) {
    (void)state;
    Arena arena = {0};
    Clip clip = arm_clip(&arena, 300);
    BakeOptions options = {.folder = "CMakeLists.txt/sheets", .scale = 0.1, .jobs = 1};
    BakeCount count;
    Error error = {0};
    assert_false(bake_sheet(&clip, motion_make(&arena, &clip), &options, &count, &error));
    assert_non_null(strstr(error.sentence, "CMakeLists.txt"));
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_and_its_way_back_share_a_strip),
        cmocka_unit_test(a_mistake_is_one_frame),
        cmocka_unit_test(frames_are_as_many_as_the_eye_needs),
        cmocka_unit_test(pages_give_back_what_was_put_on_them),
        cmocka_unit_test(a_sheet_is_whole),
        cmocka_unit_test(the_number_of_jobs_changes_no_byte),
        cmocka_unit_test(a_sheet_that_is_up_to_date_is_kept),
        cmocka_unit_test(a_folder_that_cannot_be_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
