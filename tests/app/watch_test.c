// What was saved is seen, however an editor saves; and what is read again takes the place of what was there.
#include "app/scripts.h"
#include "app/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    const char *folder, *other;
    Folders folders;
    Watch *watch;
    FileList changed, gone;
} Place;

static const char fine[] = "routine fine \"Fine\"\nstretch\n  hold childs-pose 30s\n";

static const char *path_of(Place *place, const char *name) {
    return path_join(&place->arena, place->folder, name);
}

static void save(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state) {
    Place *place = calloc(1, sizeof *place);
    Error error = {0};
    char name[] = "/tmp/limber-watch-XXXXXX";
    place->folder = text_copy(&place->arena, text_of(mkdtemp(name)));
    place->other = path_join(&place->arena, place->folder, "none");
    place->folders = (Folders){.moves = "assets/moves", .routines = "routines", .own_moves = place->other, .own_routines = place->folder};
    assert_true(folder_make(place->folder, &error));
    save(path_of(place, "fine.routine"), fine);
    const char *const all[] = {place->other, place->folder};
    place->watch = watch_make(&place->arena, all, 2, NULL);
    *state = place;
    return 0;
}

static int tear_down(void **state) {
    Place *place = *state;
    watch_end(place->watch);
    folder_remove(place->folder);
    arena_free(&place->arena);
    free(place);
    return 0;
}

static bool look(Place *place) {
    place->changed = (FileList){0}, place->gone = (FileList){0};
    return watch_look(place->watch, &place->arena, &place->changed, &place->gone);
}

static void expect_changed(Place *place, const char *name) {
    assert_false(look(place)); // perhaps it is still being written
    assert_true(look(place));
    assert_int_equal(place->changed.paths.count, 1);
    assert_int_equal(place->gone.paths.count, 0);
    assert_string_equal(path_name(place->changed.paths.items[0]), name);
    assert_false(look(place)); // told once
}

static void test_every_way_to_save_is_seen(void **state) {
    Place *place = *state;
    const char *path = path_of(place, "fine.routine"), *beside = path_of(place, "fine.routine~");
    assert_false(look(place));
    save(path, "routine fine \"Other\"\n");
    expect_changed(place, "fine.routine");
    save(beside, fine); // written beside it and put in its place
    assert_int_equal(rename(beside, path), 0);
    expect_changed(place, "fine.routine");
    assert_int_equal(rename(path, beside), 0); // kept as a backup, and written anew after a while
    assert_false(look(place));
    save(path, fine);
    expect_changed(place, "fine.routine");
    save(path_of(place, "new.ladder"), "ladder new\n");
    expect_changed(place, "new.ladder");
    save(path_of(place, "notes.txt"), "no script");
    assert_false(look(place) || look(place));
}

static void test_what_is_being_written_waits(void **state) {
    Place *place = *state;
    const char *path = path_of(place, "fine.routine");
    save(path, "rout");
    assert_false(look(place));
    save(path, "routine fine");
    assert_false(look(place));
    save(path, fine);
    expect_changed(place, "fine.routine");
}

static void test_what_is_gone_is_gone_after_two_looks(void **state) {
    Place *place = *state;
    unlink(path_of(place, "fine.routine"));
    assert_false(look(place));
    assert_true(look(place));
    assert_int_equal(place->gone.paths.count, 1);
    assert_string_equal(path_name(place->gone.paths.items[0]), "fine.routine");
    assert_false(look(place));
    save(path_of(place, "fine.routine"), fine);
    expect_changed(place, "fine.routine");
}

static void test_a_named_file_is_watched_too(void **state) {
    Place *place = *state;
    char name[] = "/tmp/limber-watched-XXXXXX.routine";
    int file = mkstemps(name, 8);
    assert_true(file >= 0);
    close(file);
    const char *const all[] = {place->folder};
    watch_end(place->watch);
    place->watch = watch_make(&place->arena, all, 1, name);
    save(name, fine);
    expect_changed(place, path_name(name));
    unlink(name);
    // A file in a folder, under another path, is not told twice.
    const char *same = text_format(&place->arena, "%s/./fine.routine", place->folder);
    watch_end(place->watch);
    place->watch = watch_make(&place->arena, all, 1, same);
    save(path_of(place, "fine.routine"), "routine fine\n");
    expect_changed(place, "fine.routine");
}

static void read_again(Place *place, Scripts *scripts, const char *name, const char *told) {
    Error error = {0};
    const char *words;
    FileList changed = {0}, gone = {0};
    FileList *list = file_exists(path_of(place, name)) ? &changed : &gone;
    *list_push(&place->arena, &list->paths) = path_of(place, name);
    assert_true(scripts_read_again(&place->arena, &place->folders, &changed, &gone, scripts, &words, &error));
    assert_string_equal(words, told);
}

static void test_what_is_read_again(void **state) {
    Place *place = *state;
    Error error = {0};
    Scripts scripts;
    assert_true(scripts_read(&place->arena, &place->folders, &scripts, &error));
    const Routine *routine = library_routine(&scripts.library, text_of("fine"));
    save(path_of(place, "fine.routine"), "routine fine \"Finer\"\nstretch\n  hold childs-pose 40s\n");
    read_again(place, &scripts, "fine.routine", "fine.routine was read again.");
    assert_ptr_equal(library_routine(&scripts.library, text_of("fine")), routine);
    assert_string_equal(routine->name, "Finer");
    // With a mistake the last good one stays, and the mistake is listed until it is put right.
    save(path_of(place, "fine.routine"), "routine fine \"Broken\"\nstretch\n  hold childs-pos 40s\n");
    read_again(place, &scripts, "fine.routine", "fine.routine:3: no move is called 'childs-pos'. It stays as it was.");
    assert_string_equal(routine->name, "Finer");
    assert_int_equal(scripts.diags.errors, 1);
    save(path_of(place, "fine.routine"), fine);
    read_again(place, &scripts, "fine.routine", "fine.routine was read again.");
    assert_int_equal(scripts.diags.errors, 0);
    assert_string_equal(routine->name, "Fine");
}

// What was left out because something else was missing comes with it; what includes it changes with it.
static void test_what_hangs_together(void **state) {
    Place *place = *state;
    Error error = {0};
    Scripts scripts;
    save(path_of(place, "a.routine"), "routine a \"A\"\nstretch slot\n");
    save(path_of(place, "b.routine"), "routine b \"B\"\ninclude fine\n");
    assert_true(scripts_read(&place->arena, &place->folders, &scripts, &error));
    assert_int_equal(scripts.diags.errors, 1);
    assert_null(library_routine(&scripts.library, text_of("a")));
    save(path_of(place, "slot.ladder"), "ladder slot\n  B1 hold childs-pose 30s\n");
    read_again(place, &scripts, "slot.ladder", "slot.ladder was read again.");
    assert_int_equal(scripts.diags.errors, 0);
    assert_non_null(library_routine(&scripts.library, text_of("a")));
    const Routine *including = library_routine(&scripts.library, text_of("b"));
    save(path_of(place, "fine.routine"), "routine fine \"Fine\"\nstretch\n  hold childs-pose 50s\n");
    read_again(place, &scripts, "fine.routine", "fine.routine was read again.");
    assert_int_equal(including->sections.items[0].steps.items[0].exercise.dose.hold_ms, 50000);
}

// One's own version of what is shipped; when it goes, the shipped one is there again.
static void test_what_is_gone_uncovers_what_is_shipped(void **state) {
    Place *place = *state;
    Error error = {0};
    Scripts scripts;
    save(path_of(place, "short.routine"), "routine short \"Mine\"\nstretch\n  hold childs-pose 30s\n");
    assert_true(scripts_read(&place->arena, &place->folders, &scripts, &error));
    assert_int_equal(scripts.diags.notes, 1);
    assert_string_equal(scripts_stand_ins(&place->arena, &scripts.diags), "Your own 'short' is used instead of Limber's.");
    assert_string_equal(library_routine(&scripts.library, text_of("short"))->name, "Mine");
    int count = scripts.library.routines.count;
    unlink(path_of(place, "short.routine"));
    read_again(place, &scripts, "short.routine", "short.routine is gone.");
    assert_string_equal(library_routine(&scripts.library, text_of("short"))->name, "Ten-minute fallback");
    unlink(path_of(place, "fine.routine"));
    read_again(place, &scripts, "fine.routine", "fine.routine is gone.");
    assert_null(library_routine(&scripts.library, text_of("fine")));
    assert_int_equal(scripts.library.routines.count, count - 1);
    assert_int_equal(scripts.diags.list.count, 0);
    assert_null(scripts_stand_ins(&place->arena, &scripts.diags));
}

// A file that has another id now: the old one is no longer there, and what it stood in for is.
static void test_an_id_that_is_changed(void **state) {
    Place *place = *state;
    Error error = {0};
    Scripts scripts;
    save(path_of(place, "short.routine"), "routine short \"Mine\"\nstretch\n  hold childs-pose 30s\n");
    assert_true(scripts_read(&place->arena, &place->folders, &scripts, &error));
    int count = scripts.library.routines.count;
    save(path_of(place, "fine.routine"), "routine finer \"Finer\"\nstretch\n  hold childs-pose 30s\n");
    read_again(place, &scripts, "fine.routine", "fine.routine was read again.");
    assert_null(library_routine(&scripts.library, text_of("fine")));
    assert_string_equal(library_routine(&scripts.library, text_of("finer"))->name, "Finer");
    assert_int_equal(scripts.library.routines.count, count);
    save(path_of(place, "short.routine"), "routine shorter \"Mine\"\nstretch\n  hold childs-pose 30s\n");
    read_again(place, &scripts, "short.routine", "short.routine was read again.");
    assert_string_equal(library_routine(&scripts.library, text_of("short"))->name, "Ten-minute fallback");
    assert_string_equal(library_routine(&scripts.library, text_of("shorter"))->name, "Mine");
    assert_int_equal(scripts.library.routines.count, count + 1);
    assert_int_equal(scripts.diags.list.count, 0);
}

// For beginners first; whole sessions, stretches, breaks; the shorter first.
static void test_routines_are_offered_in_an_order(void **state) {
    Place *place = *state;
    Error error = {0};
    Scripts scripts;
    place->folders.own_routines = place->other;
    assert_true(scripts_read(&place->arena, &place->folders, &scripts, &error));
    const Library *library = &scripts.library;
    assert_string_equal(library->routines.items[0]->id, "short");
    int b_full = -1, b_stretch = -1, pause = -1, advanced = -1;
    for (int i = 0; i < library->routines.count; i++) {
        const char *id = library->routines.items[i]->id;
        if (strcmp(id, "b-full") == 0) b_full = i;
        if (strcmp(id, "b-stretch") == 0) b_stretch = i;
        if (strcmp(id, "break-1") == 0) pause = i;
        if (advanced < 0 && library->routines.items[i]->level >= LEVEL_A1) advanced = i;
    }
    assert_true(b_full < b_stretch && b_stretch < pause && pause < advanced);
    for (int i = advanced; i < library->routines.count; i++) assert_true(library->routines.items[i]->level >= LEVEL_A1);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_every_way_to_save_is_seen),
        TEST(test_what_is_being_written_waits),
        TEST(test_what_is_gone_is_gone_after_two_looks),
        TEST(test_a_named_file_is_watched_too),
        TEST(test_what_is_read_again),
        TEST(test_what_hangs_together),
        TEST(test_what_is_gone_uncovers_what_is_shipped),
        TEST(test_an_id_that_is_changed),
        TEST(test_routines_are_offered_in_an_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
