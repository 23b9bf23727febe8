// What a person asks for while the session runs: easier, and no more of what hurts. What is over stays as it was.
#include "session/playhead.h"
#include "session/properties.h"
#include "session/view.h"
#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static Session compile(Arena *into, const Routine *routine, Level level, const Change *changes, int count) {
    SessionOptions options = {.library = &library, .level = level, .changes = changes, .change_count = count};
    Session session;
    Error error = {""};
    if (!session_compile(into, routine, &options, &session, &error)) fail_msg("%s", error.sentence);
    return session;
}

static const Routine *routine_called(const char *id) {
    const Routine *routine = library_routine(&library, text_of(id));
    if (!routine) fail_msg("no routine is called '%s'", id);
    return routine;
}

// Index of the WORK segment of a move, the `nth` from 0 on.
static int work_of(const Session *session, const char *move, int nth) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && strcmp(segment->move->id, move) == 0 && nth-- == 0) return i;
    }
    return -1;
}

static Change change_at(const Session *session, int segment, ChangeKind kind) {
    const Segment *at = &session->segments.items[segment];
    bool is_over = kind == CHANGE_HURTS && at->kind == SEGMENT_WORK;
    return (Change){kind, at->move->id, session_works_before(session, segment) + is_over, segment + is_over};
}

// As the player maps it.
static const Segment *goes_on(const Session *session, const Change *change) {
    return &session->segments.items[session_segment_at(session, (double)session_changed_ms(session, change))];
}

static void assert_same_past(const Session *before, const Session *now, const Change *change) {
    int end = session_segment_at(now, (double)session_changed_ms(now, change));
    assert_true(end <= before->segments.count);
    for (int i = 0; i < end; i++) {
        const Segment *was = &before->segments.items[i], *is = &now->segments.items[i];
        bool is_same = was->kind == is->kind && was->start_ms == is->start_ms && was->end_ms == is->end_ms &&
                       was->set == is->set && was->round == is->round && was->side == is->side;
        if (!is_same || (was->move != is->move && is->kind != SEGMENT_REST)) fail_msg("segment %d is another", i);
    }
}

static void test_easier_from_this_set_on(void **state) {
    (void)state;
    const Routine *routine = routine_called("a-full-1");
    Session before = compile(&arena, routine, LEVEL_A3, NULL, 0);
    int at = work_of(&before, "squat+load", 1); // the second set
    assert_string_equal(before.segments.items[at].easier, "Easier: without the load.");
    Change change = change_at(&before, at, CHANGE_EASIER);
    Session now = compile(&arena, routine, LEVEL_A3, &change, 1);
    assert_same_past(&before, &now, &change);
    const Segment *ready = goes_on(&now, &change);
    assert_int_equal(ready->kind, SEGMENT_READY);
    assert_string_equal(ready->move->id, "squat");
    assert_int_equal(ready->set, 2); // of two: the first is done
    assert_int_equal(ready[1].kind, SEGMENT_WORK);
    assert_int_equal(ready[1].reps, 15); // as at A2
    assert_int_equal(work_of(&now, "squat", 1), -1);
    assert_int_not_equal(work_of(&now, "squat+load", 0), -1);
    assert_int_equal(work_of(&now, "squat+load", 1), -1);
}

static void test_easier_on_the_other_side(void **state) {
    (void)state;
    const Routine *routine = routine_called("a-full-1");
    Session before = compile(&arena, routine, LEVEL_A3, NULL, 0);
    int at = work_of(&before, "side-plank-full", 3); // the second set of the left side
    assert_int_equal(before.segments.items[at].side, LEFT);
    Change change = change_at(&before, at, CHANGE_EASIER);
    Session now = compile(&arena, routine, LEVEL_A3, &change, 1);
    const Segment *ready = goes_on(&now, &change);
    assert_string_equal(ready->move->id, "side-plank");
    assert_int_equal(ready->side, LEFT);
    assert_int_equal(ready->set, 2);
    assert_int_equal(work_of(&now, "side-plank", 1), -1);
    assert_same_past(&before, &now, &change);
    // Before it is begun it is another exercise as a whole.
    change = change_at(&before, work_of(&before, "side-plank-full", 0) - 1, CHANGE_EASIER);
    now = compile(&arena, routine, LEVEL_A3, &change, 1);
    assert_int_equal(work_of(&now, "side-plank-full", 0), -1);
    assert_int_not_equal(work_of(&now, "side-plank", 3), -1);
    assert_int_equal(goes_on(&now, &change)->start_ms, before.segments.items[work_of(&before, "side-plank-full", 0) - 1].start_ms);
}

// And in the rounds that come.
static void test_easier_in_later_rounds(void **state) {
    (void)state;
    const Routine *routine = routine_called("hips-and-glutes");
    Session before = compile(&arena, routine, LEVEL_B1, NULL, 0);
    assert_non_null(before.segments.items[work_of(&before, "bridge-reps", 0)].easier);
    Change change = change_at(&before, work_of(&before, "bridge-reps", 0), CHANGE_EASIER);
    Session now = compile(&arena, routine, LEVEL_B1, &change, 1);
    assert_int_equal(work_of(&now, "bridge-reps", 0), -1);
    assert_int_not_equal(work_of(&now, "bridge-hold", 3), -1); // as before bridges were repeated
    int second = work_of(&before, "bridge-reps", 1);
    change = change_at(&before, second, CHANGE_EASIER);
    now = compile(&arena, routine, LEVEL_B1, &change, 1);
    assert_int_not_equal(work_of(&now, "bridge-reps", 0), -1);
    assert_int_equal(work_of(&now, "bridge-reps", 1), -1);
    assert_same_past(&before, &now, &change);
}

// Easier and easier, down to where there are only words.
static void test_easier_ends(void **state) {
    (void)state;
    const Routine *routine = routine_called("a-full-1");
    Change changes[20];
    int count = 0;
    Session session = compile(&arena, routine, LEVEL_A4, NULL, 0);
    int at = work_of(&session, "bridge-single", 0);
    while (session.segments.items[at].easier) {
        assert_in_range(count, 0, 15);
        changes[count] = change_at(&session, at, CHANGE_EASIER);
        session = compile(&arena, routine, LEVEL_A4, changes, count + 1);
        const Segment *ready = goes_on(&session, &changes[count++]);
        assert_int_equal(ready->kind, SEGMENT_READY);
        at = (int)(ready - session.segments.items) + 1;
        assert_int_equal(session.segments.items[at].kind, SEGMENT_WORK);
    }
    assert_string_equal(session.segments.items[at].move->id, "bridge-hold");
    assert_int_equal(session.segments.items[at].hold_ms, 10000); // as at B1
    assert_non_null(session_easier(&arena, &library, session.segments.items[at].move, RIGHT));
}

static void test_what_hurts_is_not_done_again(void **state) {
    (void)state;
    const Routine *routine = routine_called("hips-and-glutes");
    Session before = compile(&arena, routine, LEVEL_B1, NULL, 0);
    int at = work_of(&before, "clam", 0);
    Change change = change_at(&before, at, CHANGE_HURTS);
    Session now = compile(&arena, routine, LEVEL_B1, &change, 1);
    assert_same_past(&before, &now, &change);
    assert_int_equal(work_of(&now, "clam", 0), at);
    assert_int_equal(work_of(&now, "clam", 1), -1); // neither the other side nor the second round
    assert_int_not_equal(work_of(&now, "bridge-reps", 1), -1);
    assert_int_equal(session_changed_ms(&now, &change), now.segments.items[at].end_ms);
    // While getting ready for it, nothing of it is done.
    change = change_at(&before, at - 1, CHANGE_HURTS);
    now = compile(&arena, routine, LEVEL_B1, &change, 1);
    assert_int_equal(work_of(&now, "clam", 0), -1);
    assert_same_past(&before, &now, &change);
    // The last one of all.
    at = work_of(&before, "childs-pose", 0);
    change = change_at(&before, at, CHANGE_HURTS);
    now = compile(&arena, routine, LEVEL_B1, &change, 1);
    assert_int_not_equal(goes_on(&now, &change)->kind, SEGMENT_WORK);
}

static void test_two_that_hurt_end_the_strengthening(void **state) {
    (void)state;
    const Routine *routine = routine_called("b-full");
    Session before = compile(&arena, routine, LEVEL_B1, NULL, 0);
    Change changes[2] = {change_at(&before, work_of(&before, "hamstring-strap", 0), CHANGE_HURTS)};
    Session now = compile(&arena, routine, LEVEL_B1, changes, 1);
    assert_int_not_equal(work_of(&now, "bird-dog+leg-only", 0), -1);
    changes[1] = change_at(&now, work_of(&now, "clam", 0), CHANGE_HURTS);
    now = compile(&arena, routine, LEVEL_B1, changes, 2);
    assert_int_not_equal(work_of(&now, "bridge-hold", 2), -1); // was done
    assert_int_equal(work_of(&now, "sit-to-stand", 0), -1);
    assert_int_equal(work_of(&now, "bird-dog+leg-only", 0), -1);
    assert_int_not_equal(work_of(&now, "ball-wall-glute", 0), -1); // goes on gently
    assert_int_not_equal(work_of(&now, "childs-pose", 0), -1);
}

static void check_everywhere(const Routine *routine, Level level, ChangeKind kind) {
    Arena scratch[2] = {{0}};
    Session before = compile(&scratch[0], routine, level, NULL, 0);
    for (int i = 0; i < before.segments.count; i++) {
        const Segment *segment = &before.segments.items[i];
        if (!segment->move || (kind == CHANGE_EASIER && !segment->easier)) continue;
        arena_reset(&scratch[1]);
        Change change = change_at(&before, i, kind);
        Session now = compile(&scratch[1], routine, level, &change, 1);
        assert_segments(&now);
        assert_cues(&now);
        assert_same_past(&before, &now, &change);
        int at = session_segment_at(&now, (double)session_changed_ms(&now, &change));
        assert_in_range(session_works_before(&now, at), 0, change.from_work);
        for (int k = at; kind == CHANGE_HURTS && k < now.segments.count; k++)
            if (now.segments.items[k].move) assert_string_not_equal(now.segments.items[k].move->id, segment->move->id);
        if (kind != CHANGE_EASIER) continue;
        assert_int_equal(now.segments.items[at].kind, SEGMENT_READY);
        assert_int_equal(session_works_before(&now, at), change.from_work);
    }
    arena_free(&scratch[0]);
    arena_free(&scratch[1]);
}

static void test_anywhere_in_any_routine(void **state) {
    (void)state;
    for (int i = 0; i < library.routines.count; i++) {
        const Routine *routine = library.routines.items[i];
        for (int kind = CHANGE_EASIER; kind <= CHANGE_HURTS; kind++) check_everywhere(routine, routine->level, (ChangeKind)kind);
        if (i % 4 == 0 && routine->level == LEVEL_A1) check_everywhere(routine, LEVEL_A3, CHANGE_EASIER);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_easier_from_this_set_on),
        cmocka_unit_test(test_easier_on_the_other_side),
        cmocka_unit_test(test_easier_in_later_rounds),
        cmocka_unit_test(test_easier_ends),
        cmocka_unit_test(test_what_hurts_is_not_done_again),
        cmocka_unit_test(test_two_that_hurt_end_the_strengthening),
        cmocka_unit_test(test_anywhere_in_any_routine),
    };
    return cmocka_run_group_tests(tests, shipped_set_up, shipped_tear_down);
}
