// Whole folders: what is left out with what, links between moves, files read again, and words.
#include "library/library.h"
#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define WRITE_IDS(kind)                                                                              \
    do {                                                                                             \
        builder_add(out, "%s:", #kind);                                                              \
        for (int i = 0; i < library->kind.count; i++) builder_add(out, " %s", library->kind.items[i]->id); \
        builder_add(out, "\n");                                                                      \
    } while (0)

static void write_library(const Library *library, const Diags *diags, TextBuilder *out) {
    diags_write(diags, out);
    WRITE_IDS(moves);
    WRITE_IDS(ladders);
    WRITE_IDS(routines);
    WRITE_IDS(plans);
    for (int i = 0; i < library->moves.count; i++) {
        const Move *move = library->moves.items[i];
        builder_add(out, "%s: easier %s, harder %s, variant of %s\n", move->id, move->easier.id ? move->easier.id : "-",
                    move->harder.id ? move->harder.id : "-", move->variant_of ? move->variant_of : "-");
    }
}

static void test_folders(void **state) {
    (void)state;
    static const char *const folders[] = {"tests/library/batch/duplicates", "tests/library/batch/left-out",
                                          "tests/library/batch/links", "tests/library/batch/circles"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        Arena arena = {0};
        Library library = {0};
        Diags diags = {.arena = &arena};
        Error error = {0};
        TextBuilder out = {0};
        assert_true(library_read(&arena, &folders[i], 1, &library, &diags, &error));
        write_library(&library, &diags, &out);
        assert_golden_text(text_format(&arena, "%s.expected", folders[i]), builder_text(&out));
        builder_free(&out);
        arena_free(&arena);
    }
}

// What is one's own stands in for what is shipped, where it is good, and that is said.
static void test_own_files_stand_in_for_shipped_ones(void **state) {
    (void)state;
    static const char *const folders[] = {"tests/library/batch/overrides/shipped", "tests/library/batch/overrides/own"};
    Arena arena = {0};
    Library library = {0};
    Diags diags = {.arena = &arena};
    Error error = {0};
    TextBuilder out = {0};
    assert_true(library_read(&arena, folders, 2, &library, &diags, &error));
    write_library(&library, &diags, &out);
    assert_golden_text("tests/library/batch/overrides.expected", builder_text(&out));
    assert_int_equal(diags.notes, 5);
    const Routine *soft = library_routine(&library, text_of("soft"));
    assert_string_equal(soft->name, "My soft");
    assert_string_equal(library_routine(&library, text_of("strong"))->name, "Strong");
    assert_ptr_equal(library_plan(&library, text_of("p"))->weeks.items[0].days.items[1].routine, soft);
    const Exercise *rung = &soft->sections.items[0].steps.items[0].ladder->rungs[LEVEL_B1];
    assert_int_equal(rung->dose.hold_ms, 45000);
    assert_string_equal(rung->move->name, "My pose");
    builder_free(&out);
    arena_free(&arena);
}

typedef struct {
    Arena arena;
    Library library;
    Diags diags;
    Error error;
} Loaded;

static void load(Loaded *loaded) {
    static const char *const folders[] = {"tests/library/fixtures", "no/such/folder"};
    *loaded = (Loaded){0};
    loaded->diags.arena = &loaded->arena;
    assert_true(library_read(&loaded->arena, folders, 2, &loaded->library, &loaded->diags, &loaded->error));
    assert_int_equal(loaded->diags.list.count, 0);
}

static bool read_text(Loaded *loaded, const char *path, const char *text) {
    return library_read_text(&loaded->arena, path, text_of(text), &loaded->library, &loaded->diags, &loaded->error);
}

static void test_an_edited_file_is_read_in_place(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    int count = loaded.library.routines.count;
    const Routine *routine = library_routine(&loaded.library, text_of("strong"));
    assert_int_equal(routine->sections.items[0].steps.items[0].exercise.dose.reps, 10);
    assert_true(read_text(&loaded, "x/strong.routine", "routine strong \"Stronger\"\nstrengthen\n  reps squat 12\n"));
    assert_int_equal(loaded.library.routines.count, count);
    assert_ptr_equal(library_routine(&loaded.library, text_of("strong")), routine);
    assert_string_equal(routine->name, "Stronger");
    assert_string_equal(routine->path, "x/strong.routine");
    assert_int_equal(routine->sections.items[0].steps.items[0].exercise.dose.reps, 12);

    // With a mistake in it the last good one stays.
    assert_true(read_text(&loaded, "x/strong.routine", "routine strong \"Weak\"\nstrengthen\n  reps squot 12\n"));
    assert_int_equal(loaded.diags.errors, 1);
    assert_string_equal(routine->name, "Stronger");
    arena_free(&loaded.arena);
}

static void test_a_move_read_again_changes_where_it_is_used(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    const Exercise *used = &library_ladder(&loaded.library, text_of("child"))->rungs[LEVEL_B1];
    Text text;
    assert_true(file_read(&loaded.arena, "tests/library/fixtures/childs-pose.move", 10000, &text, &loaded.error));
    char *edited = text_copy(&loaded.arena, text);
    memcpy(strstr(edited, "Child's"), "Adult's", 7);
    assert_true(read_text(&loaded, "childs-pose.move", edited));
    assert_int_equal(loaded.diags.list.count, 0);
    assert_string_equal(used->move->name, "Adult's pose");
    arena_free(&loaded.arena);
}

static void test_a_camera_may_be_close(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    const Clip *clip = &library_move(&loaded.library, text_of("childs-pose"))->clip;
    assert_true(clip->close == 0 && clip_closeness(clip) == 1);
    Text text;
    assert_true(file_read(&loaded.arena, "tests/library/fixtures/childs-pose.move", 10000, &text, &loaded.error));
    const char *whole = text_copy(&loaded.arena, text), *line = strstr(whole, "camera side");
    int before = (int)(line - whole);
    line += strlen("camera side");
    const char *near = text_format(&loaded.arena, "%.*scamera side el 9 close 1.5 on knee left%s", before, whole, line);
    assert_true(read_text(&loaded, "childs-pose.move", near));
    assert_int_equal(loaded.diags.list.count, 0);
    clip = &library_move(&loaded.library, text_of("childs-pose"))->clip;
    assert_true(clip_closeness(clip) == 1.5 && clip->camera_el_deg == 9);
    assert_int_equal(clip->close_on.bone, BONE_SIDE(BONE_SHANK, LEFT));
    static const char *const bad[] = {"close", "close 9 on knee", "close 2", "close 2 on table"};
    for (int i = 0; i < 4; i++) {
        loaded.diags.list.count = loaded.diags.errors = 0;
        read_text(&loaded, "childs-pose.move", text_format(&loaded.arena, "%.*scamera side %s%s", before, whole, bad[i], line));
        assert_int_equal(loaded.diags.errors, 1);
    }
    arena_free(&loaded.arena);
}

// Of a move read again, variants stay where exercises point to them.
static void test_a_variant_is_the_move_with_its_own_lines(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "r.routine", "routine r \"R\"\nstretch\n  reps clam 12 each side with band\n"));
    const Exercise *used = &library_routine(&loaded.library, text_of("r"))->sections.items[0].steps.items[0].exercise;
    const Move *base = library_move(&loaded.library, text_of("clam"));
    assert_string_equal(used->move->id, "clam+band");
    assert_string_equal(used->move->clip.id, "clam+band");
    assert_string_equal(used->move->variant, "band");
    assert_string_equal(used->move->cues[SLOT_GO], base->cues[SLOT_GO]);
    assert_int_equal(used->move->variants.count, 0);
    assert_true(used->move->clip.props[PROP_BAND] && used->move->clip.placed.count == 1);
    assert_true(!base->clip.props[PROP_BAND] && !base->clip.placed.count);
    assert_null(library_move(&loaded.library, text_of("clam+band")));

    Text text;
    assert_true(file_read(&loaded.arena, "tests/library/fixtures/clam.move", 10000, &text, &loaded.error));
    const char *more = "  say\n    go \"Wider.\"\n  pose END\n    hip right 20\n  check END height pelvis 0..30\n";
    assert_true(read_text(&loaded, "clam.move", text_format(&loaded.arena, "%s%s", text_copy(&loaded.arena, text), more)));
    assert_int_equal(loaded.diags.list.count, 0);
    assert_string_equal(used->move->cues[SLOT_GO], "Wider.");
    assert_ptr_equal(base->variants.items[0], used->move);
    assert_true(used->move->clip.poses.items[1].pose.dof[DOF_HIP_F] == 20);
    assert_true(base->clip.poses.items[1].pose.dof[DOF_HIP_F] == 10);
    assert_true(used->move->clip.poses.items[1].pose.dof[DOF_SIDE(DOF_HIP_F, LEFT)] == 10);
    assert_int_equal(used->move->clip.checks.count, 1);
    assert_int_equal(base->clip.checks.count, 0);
    arena_free(&loaded.arena);
}

static void test_a_new_file_is_added(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    char *folder = path_join(&loaded.arena, getenv("LIMBER_BUILD") ? getenv("LIMBER_BUILD") : "build", "library-test");
    assert_true(folder_make(folder, &loaded.error));
    char *path = path_join(&loaded.arena, folder, "new.plan");
    assert_true(file_write(path, text_of("plan new \"New\"\n  level advanced\nweek 1 at A1\n  day 1 soft\n"), &loaded.error));
    assert_true(library_read_file(&loaded.arena, path, &loaded.library, &loaded.diags, &loaded.error));
    const Plan *plan = library_plan(&loaded.library, text_of("new"));
    assert_non_null(plan);
    assert_int_equal(plan->level, LEVEL_A1);
    assert_string_equal(plan->weeks.items[0].days.items[0].routine->id, "soft");

    assert_false(library_read_file(&loaded.arena, "no/such.plan", &loaded.library, &loaded.diags, &loaded.error));
    assert_string_equal(loaded.error.sentence, "cannot read no/such.plan: there is no such file");
    assert_false(library_read_file(&loaded.arena, "README.md", &loaded.library, &loaded.diags, &loaded.error));
    assert_string_equal(loaded.error.sentence,
                        "cannot read README.md: its name ends in none of .move, .way, .ladder, .routine and .plan");
    arena_free(&loaded.arena);
}

static void test_a_file_that_cannot_be_read_is_left_out(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    char *folder = path_join(&loaded.arena, getenv("LIMBER_BUILD") ? getenv("LIMBER_BUILD") : "build", "library-test/large");
    char *path = path_join(&loaded.arena, folder, "large.routine");
    assert_true(folder_make(folder, &loaded.error));
    Text large = {arena_alloc(&loaded.arena, 200000), 200000};
    assert_true(file_write(path, large, &loaded.error));
    const char *folders[] = {folder};
    Library library = {0};
    assert_true(library_read(&loaded.arena, folders, 1, &library, &loaded.diags, &loaded.error));
    assert_int_equal(loaded.diags.errors, 1);
    assert_string_equal(loaded.diags.list.items[0].message,
                        text_format(&loaded.arena, "%s is larger than 128 kB, the most Limber reads; split it", path));
    arena_free(&loaded.arena);
}

static void test_a_plan_means_what_it_says(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "p.plan",
                          "plan p \"P\"\n  level B2\nweek 1 at B2\n  day 1 strong\n  day 3 soft\n  day 7 rest\n"
                          "week 2 at B3 like week 1\n  day 3 rest\nprogress\n"
                          "  up when 2 of 3 strength sessions done and soreness next morning at most 4\n"
                          "  down when amber twice or red once\n"));
    assert_int_equal(loaded.diags.list.count, 0);
    const Plan *plan = library_plan(&loaded.library, text_of("p"));
    assert_int_equal(plan->weeks.count, 2);
    const PlanWeek *week = &plan->weeks.items[1];
    assert_int_equal(week->level, LEVEL_B3);
    assert_int_equal(week->days.count, 3);
    assert_int_equal(week->days.items[0].number, 1);
    assert_string_equal(week->days.items[0].routine->id, "strong");
    assert_int_equal(week->days.items[1].number, 3);
    assert_null(week->days.items[1].routine);
    assert_non_null(plan->weeks.items[0].days.items[1].routine);
    const ProgressRule *up = &plan->progress.items[0], *down = &plan->progress.items[1];
    assert_int_equal(up->kind, PROGRESS_UP);
    assert_int_equal(up->done, 2);
    assert_int_equal(up->of, 3);
    assert_int_equal(up->soreness_at_most, 4);
    assert_int_equal(down->kind, PROGRESS_DOWN);
    assert_int_equal(down->amber, 2);
    assert_int_equal(down->red, 1);
    assert_int_equal(down->soreness_at_most, -1);
    arena_free(&loaded.arena);
}

static void test_a_plan_for_two_kinds_of_people(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "p.plan",
                          "plan p \"P\"\n  level beginner\n  about \"Two.\"\n  before \"One.\"\n  before \"Two.\"\n"
                          "  after \"Done.\"\nweek 1 at B1 or A1\n  day 1 strong or soft, also \"Walk.\"\n  day 2 soft\n"
                          "week 2 at B2 like week 1\n  day 2 rest, also \"Rest well.\"\n"));
    assert_int_equal(loaded.diags.list.count, 0);
    const Plan *plan = library_plan(&loaded.library, text_of("p"));
    assert_string_equal(plan->about, "Two.");
    assert_int_equal(plan->before.count, 2);
    assert_string_equal(plan->before.items[1], "Two.");
    assert_int_equal(plan->after.count, 1);
    const PlanWeek *first = &plan->weeks.items[0], *second = &plan->weeks.items[1];
    assert_int_equal(first->advanced, LEVEL_A1);
    assert_int_equal(second->advanced, LEVEL_B2);
    const PlanDay *copied = &second->days.items[0];
    assert_string_equal(copied->routine->id, "strong");
    assert_string_equal(copied->advanced->id, "soft");
    assert_string_equal(copied->also, "Walk.");
    assert_ptr_equal(first->days.items[1].advanced, first->days.items[1].routine);
    assert_null(first->days.items[1].also);
    assert_null(second->days.items[1].advanced);
    assert_string_equal(second->days.items[1].also, "Rest well.");
    arena_free(&loaded.arena);
}

static void test_progress_says_how_far_and_when(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "p.plan",
                          "plan p \"P\"\n  level beginner\nweek 1 at B1\n  day 1 soft\nprogress\n"
                          "  up when pain at most usual and no exercise stopped\n  stay when amber once\n"
                          "  down for the first session when missed 3 to 6 days\n"
                          "  down 2 levels when missed 7 or more days\n  down 2 levels when fever over for 48 hours\n"));
    assert_int_equal(loaded.diags.list.count, 0);
    const ProgressRule *rules = library_plan(&loaded.library, text_of("p"))->progress.items;
    assert_int_equal(rules[0].levels, 1);
    assert_true(rules[0].pain_as_usual && rules[0].nothing_stopped && !rules[0].first_session);
    assert_int_equal(rules[1].levels, 0);
    assert_false(rules[1].pain_as_usual || rules[1].nothing_stopped);
    assert_int_equal(rules[1].missed_from, 0);
    assert_true(rules[2].first_session);
    assert_int_equal(rules[2].levels, 1);
    assert_int_equal(rules[2].missed_from, 3);
    assert_int_equal(rules[2].missed_to, 6);
    assert_int_equal(rules[3].levels, 2);
    assert_int_equal(rules[3].missed_from, 7);
    assert_true(rules[3].missed_to >= 300);
    assert_int_equal(rules[4].fever_over_hours, 48);
    assert_int_equal(rules[4].missed_from, 0);
    arena_free(&loaded.arena);
}

static void test_a_routine_means_what_it_says(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "r.routine",
                          "routine r \"R\"\n  level advanced\n  about \"All.\"\n"
                          "mobilise child squat\nstrengthen 2 rounds, rest 40s\n"
                          "  reps squat 2 x 8 rest 30s note \"Hold a chair.\"\n  reps clam 12 each side, alternate\n"
                          "  hold hip-stretch 30s left side\n  hold hip-stretch 2 x 30s right side rest 5s\n  say \"Hm.\"\n"));
    const Routine *routine = library_routine(&loaded.library, text_of("r"));
    assert_non_null(routine);
    assert_int_equal(routine->level, LEVEL_A1);
    assert_string_equal(routine->about, "All.");
    assert_int_equal(routine->sections.count, 2);
    assert_int_equal(routine->sections.items[0].group, GROUP_MOBILISE);
    assert_int_equal(routine->sections.items[0].rounds, 1);
    assert_int_equal(routine->sections.items[0].steps.count, 2);
    assert_ptr_equal(routine->sections.items[0].steps.items[1].ladder, library_ladder(&loaded.library, text_of("squat")));
    const Section *section = &routine->sections.items[1];
    assert_int_equal(section->rounds, 2);
    assert_int_equal(section->rest_ms, 40000);
    const Exercise *squat = &section->steps.items[0].exercise, *clam = &section->steps.items[1].exercise;
    assert_int_equal(squat->dose.sets, 2);
    assert_int_equal(squat->dose.reps, 8);
    assert_int_equal(squat->dose.rest_ms, 30000);
    assert_int_equal(squat->dose.hold_ms, 0);
    assert_string_equal(squat->note, "Hold a chair.");
    assert_true(clam->each_side && clam->alternate && !clam->one_side);
    assert_int_equal(clam->dose.hold_ms, 1000); // the move's own pause
    const Exercise *left = &section->steps.items[2].exercise, *right = &section->steps.items[3].exercise;
    assert_true(left->one_side && left->side == LEFT && !left->each_side);
    assert_int_equal(left->dose.rest_ms, 10000); // the move's own rest
    assert_true(right->one_side && right->side == RIGHT);
    assert_int_equal(right->dose.rest_ms, 5000);
    assert_string_equal(section->steps.items[4].say, "Hm.");
    arena_free(&loaded.arena);
}

static void test_included_routines_are_part_of_the_whole(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "r.routine", "routine r \"R\"\ninclude soft\ninclude soft\nstrengthen 2 rounds, rest 30s\n"
                                                "  reps squat 10 as \"Deep\"\n"));
    assert_int_equal(loaded.diags.list.count, 0);
    const Routine *routine = library_routine(&loaded.library, text_of("r"));
    assert_int_equal(routine->sections.count, 3);
    assert_ptr_equal(routine->sections.items[0].steps.items[0].ladder, library_ladder(&loaded.library, text_of("child")));
    assert_int_equal(routine->sections.items[1].group, GROUP_STRETCH);
    assert_int_equal(routine->sections.items[2].rounds, 2);
    assert_string_equal(routine->sections.items[2].steps.items[0].exercise.name, "Deep");
    arena_free(&loaded.arena);
}

// Files that name one another in any order, all of them new.
static void test_several_files_know_one_another(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    FileList files = {0};
    static const char *const names[] = {"e.plan", "b.routine", "c.routine", "d.ladder"};
    static const char *const texts[] = {
        "plan e \"E\"\n  level beginner\nweek 1 at B1\n  day 1 b\n", "routine b \"B\"\ninclude c\n",
        "routine c \"C\"\nstretch d\n", "ladder d\n  B1 hold childs-pose 30s\n"};
    char *folder = path_join(&loaded.arena, getenv("LIMBER_BUILD") ? getenv("LIMBER_BUILD") : "build", "library-test/several");
    assert_true(folder_make(folder, &loaded.error));
    for (int i = 0; i < 4; i++) {
        const char *path = *list_push(&loaded.arena, &files.paths) = path_join(&loaded.arena, folder, names[i]);
        assert_true(file_write(path, text_of(texts[i]), &loaded.error));
    }
    assert_true(library_read_files(&loaded.arena, &files, &loaded.library, &loaded.diags, &loaded.error));
    assert_int_equal(loaded.diags.list.count, 0);
    const Routine *routine = library_plan(&loaded.library, text_of("e"))->weeks.items[0].days.items[0].routine;
    assert_string_equal(routine->sections.items[0].steps.items[0].ladder->id, "d");
    arena_free(&loaded.arena);
}

static void test_a_day_has_doses_of_its_own(void **state) {
    (void)state;
    Loaded loaded;
    load(&loaded);
    assert_true(read_text(&loaded, "p.plan", "plan p \"P\"\n  level beginner\nweek 1 at B1\n  day 1 soft or strong\n"
                                             "    child hold childs-pose 50s\n    reps squat 2 x 8 rest 40s\n  day 2 soft\n"
                                             "week 2 at B2 like week 1\n"));
    assert_int_equal(loaded.diags.list.count, 0);
    const PlanDay *days = library_plan(&loaded.library, text_of("p"))->weeks.items[1].days.items;
    const Routine *soft = plan_day_routine(&loaded.arena, &days[0], false);
    const Routine *strong = plan_day_routine(&loaded.arena, &days[0], true);
    const Step *step = &soft->sections.items[0].steps.items[0];
    assert_int_equal(step->kind, STEP_EXERCISE);
    assert_int_equal(step->exercise.dose.hold_ms, 50000);
    assert_int_equal(strong->sections.items[0].steps.items[0].exercise.dose.sets, 2);
    // The routine itself is as it was, and is used on other days.
    assert_int_equal(library_routine(&loaded.library, text_of("soft"))->sections.items[0].steps.items[0].kind, STEP_SLOT);
    assert_ptr_equal(plan_day_routine(&loaded.arena, &days[1], false), library_routine(&loaded.library, text_of("soft")));
    arena_free(&loaded.arena);
}

static void test_mirrored_words(void **state) {
    (void)state;
    static const struct {
        const char *said, *mirrored;
    } cases[] = {
        {"Kneel on your right knee, left foot in front.", "Kneel on your left knee, right foot in front."},
        {"Right leg on the roller.", "Left leg on the roller."},
        {"RIGHT, then Left", "LEFT, then Right"},
        {"right-hand side; the right.", "left-hand side; the left."},
        {"right", "left"},
        {"the 'right' one", "the 'left' one"},
        {"", ""},
        {"Bright lefts and upright copyright.", "Bright lefts and upright copyright."},
        {"Front foot right under your knee.", "Front foot right under your knee."},
        {"Left foot on the wall, knee at a right angle.", "Right foot on the wall, knee at a right angle."},
        {"All right, ten seconds left.", "All right, ten seconds left."},
        {"Rück right! \xE2\x80\x9Cleft\xE2\x80\x9D", "Rück left! \xE2\x80\x9Cright\xE2\x80\x9D"},
    };
    Arena arena = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *mirrored = library_mirrored_words(&arena, cases[i].said);
        assert_string_equal(mirrored, cases[i].mirrored);
        assert_string_equal(library_mirrored_words(&arena, mirrored), cases[i].said);
    }
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folders),
        cmocka_unit_test(test_own_files_stand_in_for_shipped_ones),
        cmocka_unit_test(test_included_routines_are_part_of_the_whole),
        cmocka_unit_test(test_several_files_know_one_another),
        cmocka_unit_test(test_a_day_has_doses_of_its_own),
        cmocka_unit_test(test_an_edited_file_is_read_in_place),
        cmocka_unit_test(test_a_move_read_again_changes_where_it_is_used),
        cmocka_unit_test(test_a_camera_may_be_close),
        cmocka_unit_test(test_a_variant_is_the_move_with_its_own_lines),
        cmocka_unit_test(test_a_new_file_is_added),
        cmocka_unit_test(test_a_file_that_cannot_be_read_is_left_out),
        cmocka_unit_test(test_a_plan_means_what_it_says),
        cmocka_unit_test(test_a_plan_for_two_kinds_of_people),
        cmocka_unit_test(test_progress_says_how_far_and_when),
        cmocka_unit_test(test_a_routine_means_what_it_says),
        cmocka_unit_test(test_mirrored_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
