// Every routine that ships, at every level, fitted to every tag and to several lengths: what must stay true stays true.
#include "session/fitted.h"
#include "session/properties.h"
#include "session/swap.h"
#include "session/texts.h"

#include "support/golden.h"
#include "support/shipped_library.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static TextList texts;

static int set_up(void **state) {
    if (shipped_set_up(state) != 0) return -1;
    session_texts(&arena, &library, &texts);
    return 0;
}

static Session compile_with(Arena *into, const char *id, const SessionOptions *options) {
    const Routine *routine = library_routine(&library, text_of(id));
    if (!routine) fail_msg("no routine is called '%s'", id);
    Session session;
    Error error = {""};
    if (!session_compile(into, routine, options, &session, &error)) fail_msg("%s", error.sentence);
    return session;
}

// ---- what every fitted session has ----

// The exercises of a session: the first WORK segment of each.
static int works_of(const Session *session, const Segment *works[]) {
    int count = 0;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && (!count || works[count - 1]->step != segment->step)) works[count++] = segment;
    }
    return count;
}

enum { MOST_EXERCISES = 200 };

// Nothing that has a tag of the person, but in a form that is told.
static void assert_suits(const Session *session, SkipTags skip) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        for (int t = 0; t < skip_tag_count && segment->move; t++) {
            SkipTags tag = (SkipTags)1 << t;
            if (!(skip & tag) || !swap_concerns(tag, segment->move) || segment->kind != SEGMENT_WORK) continue;
            const Swap *swap = swap_find(tag, segment->move);
            bool is_form = swap && swap->is_shortened && segment->hold_ms <= 8000; // a hold as short as that needs no word
            for (int s = 0; swap && s < SUBSTITUTES; s++) {
                const Substitute *by = &swap->by[s];
                bool is_same = by->note && (!by->move || fitted_is_base(segment->move, by->move));
                is_form |= is_same && segment->text && strstr(segment->text, by->note);
            }
            if (!is_form) fail_msg("%s in spite of %s", segment->move->id, skip_tags[t]);
            if (swap->is_shortened) assert_in_range(segment->hold_ms, 5000, 8000);
        }
    }
}

// Phases come in the order of the routine: their groups are those of its sections, some of them left out.
static void assert_order(const Session *session) {
    const Segment *works[MOST_EXERCISES];
    int count = works_of(session, works), section = 0;
    assert_in_range(count, 1, MOST_EXERCISES);
    for (int i = 0; i < count; i++) {
        while (section < session->routine->sections.count && session->routine->sections.items[section].group != works[i]->group) section++;
        if (section == session->routine->sections.count) fail_msg("%s is out of order", works[i]->move->id);
    }
}

// What is done of one side is done of the other, as much.
static void assert_both_sides(const Session *session) {
    for (int step = 0; step < session->step_count; step++) {
        int64_t side_ms[SIDES] = {0};
        const Segment *one = NULL;
        for (int i = 0; i < session->segments.count; i++) {
            const Segment *segment = &session->segments.items[i];
            if (segment->step != step || segment->kind != SEGMENT_WORK) continue;
            one = segment;
            side_ms[segment->side] += segment->end_ms - segment->start_ms;
        }
        if (one && one->move->clip.per_side && side_ms[RIGHT] != side_ms[LEFT]) fail_msg("%s of one side", one->move->id);
    }
}

// Within what the move is meant for; what a routine writes itself may be a break's, and stays.
static void assert_doses(const Session *session) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind != SEGMENT_WORK) continue;
        const Move *move = segment->move;
        bool is_hold = move->mode == MODE_HOLD;
        int most = is_hold ? move->advanced.hold_ms / 1000 : move->advanced.sets * move->advanced.reps;
        int amount = is_hold ? segment->hold_ms / 1000 : segment->sets * segment->reps;
        if (amount < fitted_least(move) || amount > most + most / 2) fail_msg("%s: %d", move->id, amount);
    }
}

// No move twice but in what releases, nor where the routine has it twice.
static void assert_no_doubles(const Session *session) {
    const Segment *works[MOST_EXERCISES];
    int count = works_of(session, works);
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            bool is_swap = works[i]->swapped_from || works[j]->swapped_from;
            bool is_double = is_swap && works[i]->group == works[j]->group && fitted_is_base(works[i]->move, works[j]->move->id);
            if (is_double && works[i]->round == works[j]->round) fail_msg("%s twice", works[i]->move->id);
        }
    }
}

static int compare(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void assert_known_text(const char *text) {
    bool is_known = bsearch(&text, texts.items.items, (size_t)texts.items.count, sizeof text, compare);
    if (!is_known) fail_msg("no voice is made for '%s'", text);
}

// Whatever was fitted, all of it is among the texts that a voice is made for.
static void assert_voiced(const Session *session) {
    for (int i = 0; i < session->cues.count; i++)
        if (session->cues.items[i].text) assert_known_text(session->cues.items[i].text);
    for (int i = 0; i < session->segments.count; i++)
        if (session->segments.items[i].easier) assert_known_text(session->segments.items[i].easier);
}

static void assert_fits(const Session *session, const SessionOptions *options) {
    const Fit *fit = &options->fit;
    assert_segments(session);
    assert_cues(session);
    assert_words(session);
    assert_suits(session, fit->skip);
    assert_order(session);
    assert_both_sides(session);
    assert_doses(session);
    assert_no_doubles(session);
    if (!(fit->skip & (fit->skip - 1))) assert_voiced(session); // several tags may ask for what no single one does
    if (!fit->minutes) return;
    bool is_short = session->length_ms <= (int64_t)fit->minutes * 60000;
    assert_int_equal(session->is_too_long, !is_short);
    if (is_short) return;
    const char *last = session->changes.items[session->changes.count - 1];
    assert_non_null(strstr(last, "too few"));
    assert_int_equal(session->step_count, 1); // nothing more can go
}

static bool compile(Arena *into, const Routine *routine, const SessionOptions *options, Session *session) {
    Error error = {""};
    bool done = session_compile(into, routine, options, session, &error);
    if (!done && !strstr(error.sentence, "no exercise at level")) fail_msg("%s", error.sentence);
    return done;
}

static void check(Arena *into, const Routine *routine, const SessionOptions *options) {
    arena_reset(into);
    Session session;
    if (compile(into, routine, options, &session)) assert_fits(&session, options);
}

static void test_every_routine_fits_every_tag(void **state) {
    (void)state;
    static const int minutes[] = {5, 10, 20};
    Arena scratch = {0};
    for (int i = 0; i < library.routines.count * LEVEL_COUNT * skip_tag_count; i++) {
        const Routine *routine = library.routines.items[i / skip_tag_count / LEVEL_COUNT];
        SessionOptions options = {.library = &library, .level = (Level)(i / skip_tag_count % LEVEL_COUNT)};
        options.fit.skip = (SkipTags)1 << i % skip_tag_count;
        check(&scratch, routine, &options);
        if (i % 4) continue; // every fourth of them also cut: all tags come at some level of every routine
        options.fit.minutes = minutes[i / 4 % 3];
        check(&scratch, routine, &options);
    }
    arena_free(&scratch);
}

static void test_every_routine_fits_the_time(void **state) {
    (void)state;
    static const int minutes[] = {1, 5, 8, 12, 20};
    Arena scratch = {0};
    for (int i = 0; i < library.routines.count * LEVEL_COUNT * 5; i++) {
        SessionOptions options = {.library = &library, .level = (Level)(i / 5 % LEVEL_COUNT), .fit.minutes = minutes[i % 5]};
        check(&scratch, library.routines.items[i / 5 / LEVEL_COUNT], &options);
    }
    arena_free(&scratch);
}

// By a generator of its own, so that it is the same everywhere (Lehmer 1951, of Park and Miller 1988).
static void test_tags_together(void **state) {
    (void)state;
    Arena scratch = {0};
    uint64_t seed = 1;
    for (int i = 0; i < 2000; i++) {
        seed = seed * 48271 % 2147483647;
        SessionOptions options = {.library = &library, .level = (Level)(seed % LEVEL_COUNT)};
        for (int n = 0; n < 2 + i % 4; n++) {
            seed = seed * 48271 % 2147483647;
            options.fit.skip |= (SkipTags)1 << seed % (uint64_t)skip_tag_count;
        }
        check(&scratch, library.routines.items[i % library.routines.count], &options);
    }
    for (int i = 0; i < library.routines.count; i++) {
        SessionOptions options = {.library = &library, .fit.skip = ((SkipTags)1 << skip_tag_count) - 1};
        check(&scratch, library.routines.items[i], &options);
    }
    arena_free(&scratch);
}

// ---- one by one ----

static void assert_dump(const char *golden, const char *id, const SessionOptions *options) {
    Session session = compile_with(&arena, id, options);
    TextBuilder text = {0};
    session_dump(&session, &text);
    assert_golden_text(text_format(&arena, "tests/session/golden/%s.txt", golden), builder_text(&text));
    builder_free(&text);
}

static void test_dumps(void **state) {
    (void)state;
    SkipTags floor = fit_tag(text_of("floor-transfer")), kneel = fit_tag(text_of("knee-kneel")), bp = fit_tag(text_of("bp-hold"));
    assert_dump("b-full-B1-minutes-12", "b-full", &(SessionOptions){.library = &library, .fit.minutes = 12});
    assert_dump("a-full-1-A3-minutes-20", "a-full-1",
                &(SessionOptions){.library = &library, .level = LEVEL_A3, .fit.minutes = 20});
    assert_dump("b-full-B2-floor-transfer", "b-full", &(SessionOptions){.library = &library, .level = LEVEL_B2, .fit.skip = floor});
    assert_dump("tilt-full-B4-knee-kneel-bp-hold-minutes-15", "tilt-full",
                &(SessionOptions){.library = &library, .level = LEVEL_B4, .fit = {.minutes = 15, .skip = kneel | bp}});
}

static void test_the_same_every_time(void **state) {
    (void)state;
    SessionOptions options = {.library = &library, .level = LEVEL_A2, .fit = {.minutes = 17, .skip = 0x1234}};
    TextBuilder dumps[2] = {0};
    for (int i = 0; i < 2; i++) {
        Session session = compile_with(&arena, "a-full-2", &options);
        session_dump_json(&session, &dumps[i]);
    }
    assert_true(text_equal(builder_text(&dumps[0]), builder_text(&dumps[1])));
    for (int i = 0; i < 2; i++) builder_free(&dumps[i]);
}

static void test_time_enough_changes_nothing(void **state) {
    (void)state;
    Session whole = compile_with(&arena, "b-full", &(SessionOptions){.library = &library});
    Session fitted = compile_with(&arena, "b-full", &(SessionOptions){.library = &library, .fit.minutes = 180});
    assert_int_equal(fitted.length_ms, whole.length_ms);
    assert_int_equal(fitted.changes.count, 0);
    assert_false(fitted.is_too_long);
    Session tagged = compile_with(&arena, "b-stretch", &(SessionOptions){.library = &library, .fit.skip = fit_tag(text_of("neck"))});
    assert_int_equal(tagged.changes.count, 0); // nothing there has to do with the neck
}

// Rests become shorter before anything else goes, and are whole, so that they can be said.
static void test_rests_first(void **state) {
    (void)state;
    Session whole = compile_with(&arena, "a-full-1", &(SessionOptions){.library = &library, .level = LEVEL_A1});
    int minutes = (int)(whole.length_ms / 60000);
    Session fitted = compile_with(&arena, "a-full-1", &(SessionOptions){.library = &library, .level = LEVEL_A1, .fit.minutes = minutes});
    assert_true(fitted.length_ms <= (int64_t)minutes * 60000);
    assert_int_equal(fitted.changes.count, 1);
    assert_string_equal(fitted.changes.items[0], "Shorter rests.");
    assert_int_equal(fitted.step_count, whole.step_count);
    for (int i = 0; i < fitted.segments.count; i++) {
        const Segment *segment = &fitted.segments.items[i];
        int64_t length_ms = segment->end_ms - segment->start_ms;
        if (segment->kind == SEGMENT_REST) assert_true(length_ms >= 10000 && length_ms % 5000 == 0);
    }
}

// As long as something is left to stretch, it is; what strengthens is left last, what releases goes first.
static void test_phases_go_in_order(void **state) {
    (void)state;
    for (int minutes = 1; minutes < 20; minutes++) {
        for (int i = 0; i < library.routines.count; i++) {
            const Routine *routine = library.routines.items[i];
            SessionOptions options = {.library = &library, .level = routine->level, .fit.minutes = minutes};
            int had[GROUP_COUNT] = {0}, has[GROUP_COUNT] = {0};
            Session whole = compile_with(&arena, routine->id, &(SessionOptions){.library = &library, .level = routine->level});
            Session session = compile_with(&arena, routine->id, &options);
            const Segment *works[MOST_EXERCISES];
            for (int n = works_of(&whole, works); n-- > 0;) had[works[n]->group]++;
            for (int n = works_of(&session, works); n-- > 0;) has[works[n]->group]++;
            if (had[GROUP_STRETCH] && !has[GROUP_STRETCH] && !has[GROUP_MOBILISE]) assert_int_equal(has[GROUP_RELEASE], 0);
            if (had[GROUP_STRENGTHEN]) assert_true(has[GROUP_STRENGTHEN] || has[GROUP_POSTURE]);
        }
    }
}

static Side first_side(const Session *session, Group group) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && segment->each_side && segment->group == group) return segment->side;
    }
    fail_msg("there are no sides");
    return RIGHT;
}

static void test_which_side_first(void **state) {
    (void)state;
    Session left = compile_with(&arena, "b-full", &(SessionOptions){.library = &library, .fit.first = LEFT});
    assert_properties(&left);
    for (int group = 0; group <= GROUP_RELEASE; group++) assert_int_equal(first_side(&left, (Group)group), LEFT);
    SessionOptions weaker = {.library = &library, .fit = {.first = RIGHT, .weaker = FIT_LEFT}};
    Session session = compile_with(&arena, "b-full", &weaker);
    assert_int_equal(first_side(&session, GROUP_STRETCH), RIGHT);
    assert_int_equal(first_side(&session, GROUP_STRENGTHEN), LEFT);
    assert_int_equal(first_side(&session, GROUP_RELEASE), RIGHT);
}

static int holds(const Session *session, const char *move, Side side) {
    int count = 0;
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        count += segment->kind == SEGMENT_WORK && segment->side == side && strcmp(segment->move->id, move) == 0;
    }
    return count;
}

static void test_a_tighter_side_has_one_hold_more(void **state) {
    (void)state;
    SessionOptions options = {.library = &library, .fit.tighter = {FIT_LEFT, FIT_NO_SIDE, FIT_RIGHT}};
    Session session = compile_with(&arena, "b-stretch", &options);
    assert_int_equal(holds(&session, "pigeon-wall", LEFT), 2);
    assert_int_equal(holds(&session, "pigeon-wall", RIGHT), 1);
    assert_int_equal(holds(&session, "glute-knee-to-chest", LEFT), 2);
    assert_int_equal(holds(&session, "half-kneel-hip-flexor", LEFT), 1);
    assert_int_equal(holds(&session, "hamstring-strap", RIGHT), 2);
    assert_int_equal(holds(&session, "hamstring-strap", LEFT), 1);
    assert_segments(&session);
    assert_cues(&session);
}

static void test_what_a_coach_may_ask_for(void **state) {
    (void)state;
    SessionOptions options = {.library = &library, .level = LEVEL_A1, .fit.levels_lower = 1};
    Session easy = compile_with(&arena, "tilt-full", &options);
    Session lower = compile_with(&arena, "tilt-full", &(SessionOptions){.library = &library, .level = LEVEL_B4});
    assert_int_equal(easy.length_ms, lower.length_ms);
    options = (SessionOptions){.library = &library, .level = LEVEL_B1, .fit.levels_lower = 3};
    Session first = compile_with(&arena, "tilt-full", &options);
    assert_int_equal(first.length_ms, compile_with(&arena, "tilt-full", &(SessionOptions){.library = &library}).length_ms);
    options = (SessionOptions){.library = &library, .level = LEVEL_B3, .fit.hold_shorter_ms = 10000};
    Session shorter = compile_with(&arena, "b-stretch", &options);
    for (int i = 0; i < shorter.segments.count; i++) {
        const Segment *segment = &shorter.segments.items[i];
        bool is_hold = segment->kind == SEGMENT_WORK && segment->move->mode == MODE_HOLD;
        if (is_hold) assert_int_equal(segment->hold_ms, strcmp(segment->move->id, "low-lunge") == 0 ? 15000 : 20000);
    }
    Session stretch = compile_with(&arena, "b-full", &(SessionOptions){.library = &library, .fit.only_stretch = true});
    for (int i = 0; i < stretch.segments.count; i++) assert_int_equal(stretch.segments.items[i].group, GROUP_STRETCH);
    Session gentle = compile_with(&arena, "a-full-1", &(SessionOptions){.library = &library, .fit.only_gentle = true});
    const Segment *works[MOST_EXERCISES];
    assert_int_equal(works_of(&gentle, works), 3);
    assert_string_equal(works[0]->move->id, "pelvic-tilt");
    assert_string_equal(works[1]->move->id, "knees-to-chest");
    assert_string_equal(works[2]->text, "half way only");
}

static const Segment *work_of(const Session *session, const char *move) {
    for (int i = 0; i < session->segments.count; i++) {
        const Segment *segment = &session->segments.items[i];
        if (segment->kind == SEGMENT_WORK && strcmp(segment->move->id, move) == 0) return segment;
    }
    return NULL;
}

static void test_easier_moves(void **state) {
    (void)state;
    const EasierMove easier[] = {{"squat+load", 1}, {"bridge-single", 2}, {"clam+band", 3}};
    SessionOptions options = {.library = &library, .level = LEVEL_A3, .fit = {.easier = easier, .easier_count = 3}};
    Session session = compile_with(&arena, "a-full-1", &options);
    assert_int_equal(work_of(&session, "squat")->reps, 15); // as at A2
    assert_int_equal(work_of(&session, "bridge-reps")->reps, 12); // as at A1
    assert_non_null(work_of(&session, "clam")); // as at B4, without the band
    assert_null(work_of(&session, "clam+band"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_routine_fits_every_tag),
        cmocka_unit_test(test_every_routine_fits_the_time),
        cmocka_unit_test(test_tags_together),
        cmocka_unit_test(test_dumps),
        cmocka_unit_test(test_the_same_every_time),
        cmocka_unit_test(test_time_enough_changes_nothing),
        cmocka_unit_test(test_rests_first),
        cmocka_unit_test(test_phases_go_in_order),
        cmocka_unit_test(test_which_side_first),
        cmocka_unit_test(test_a_tighter_side_has_one_hold_more),
        cmocka_unit_test(test_what_a_coach_may_ask_for),
        cmocka_unit_test(test_easier_moves),
    };
    return cmocka_run_group_tests(tests, set_up, shipped_tear_down);
}
