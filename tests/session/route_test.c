// Ways found over small graphs made by hand, and how a session shows them while one gets ready.
#include "session/route.h"

#include "session/anew.h"
#include "session/view.h"

static Library library;
static Session session;

static Way *add_way(const char *id, Position from, Position to, int ms) {
    Way *way = arena_new(&fixture.arena, Way, 1);
    *way = (Way){.id = id, .ends = {from, to}, .clip = {.id = id, .is_way = true}};
    static const char *const poses[] = {"A", "B", "C"};
    for (int i = 0; i < 3; i++) list_push(&fixture.arena, &way->clip.poses)->name = poses[i];
    *list_push(&fixture.arena, &way->clip.phases) = (Phase){.name = "go", .from = 0, .to = 1, .duration_ms = ms / 2, .back = "back"};
    *list_push(&fixture.arena, &way->clip.phases) = (Phase){.name = "on", .from = 1, .to = 2, .duration_ms = ms / 2, .back = "up"};
    *list_push(&fixture.arena, &library.ways) = way;
    return way;
}

static int set_up(void **state) {
    library = (Library){0};
    return fixture_set_up(state);
}

static void test_the_quickest_way_is_taken(void **state) {
    (void)state;
    Leg legs[ROUTE_LEGS_MAX];
    Way *first = add_way("first", STANDING, ON_ALL_FOURS, 2000), *second = add_way("second", LYING_SIDE, ON_ALL_FOURS, 2000);
    Way *straight = add_way("straight", STANDING, LYING_SIDE, 4200);
    assert_int_equal(route_find(&library, STANDING, false, LYING_SIDE, false, legs), 2);
    assert_ptr_equal(legs[0].way, first);
    assert_ptr_equal(legs[1].way, second);
    assert_true(!legs[0].backwards && legs[1].backwards);
    straight->clip.phases.items[0].duration_ms = 1000;
    assert_int_equal(route_find(&library, STANDING, false, LYING_SIDE, false, legs), 1);
    assert_ptr_equal(legs[0].way, straight);
    assert_int_equal(route_find(&library, STANDING, false, STANDING, true, legs), 0);
    assert_int_equal(route_find(&library, STANDING, false, LYING_PRONE, false, legs), 0); // no way leads there
    assert_int_equal(route_find(NULL, STANDING, false, LYING_SIDE, false, legs), 0);
}

static void test_one_arrives_the_right_way_round(void **state) {
    (void)state;
    Leg legs[ROUTE_LEGS_MAX];
    add_way("roll", LYING_SUPINE, LYING_SIDE, 3000)->mirrored[0] = true;
    assert_int_equal(route_find(&library, LYING_SUPINE, true, LYING_SIDE, false, legs), 1);
    assert_false(legs[0].mirrored);
    assert_int_equal(route_find(&library, LYING_SIDE, true, LYING_SUPINE, false, legs), 1);
    assert_true(legs[0].backwards && legs[0].mirrored);
    assert_int_equal(route_find(&library, LYING_SUPINE, false, LYING_SIDE, false, legs), 1); // a cut, then the way
    assert_false(legs[0].mirrored);
    Way *turn = add_way("turn", LYING_SUPINE, LYING_SUPINE, 2000);
    turn->mirrored[1] = true;
    assert_int_equal(route_find(&library, LYING_SUPINE, false, LYING_SIDE, false, legs), 2); // no cut
    assert_ptr_equal(legs[0].way, turn);
    assert_int_equal(route_find(&library, LYING_SUPINE, ROUTE_ANY_SIDE, LYING_SIDE, false, legs), 1);
}

// A stretch half kneeling, then bridges lying on the back.
static void compile_two(void) {
    add_way("kneel", STANDING, HALF_KNEELING, 3000);
    add_way("lie-down", HALF_KNEELING, LYING_SUPINE, 16000);
    fixture.routine.sections.count = 0;
    Section *section = fixture_section(&fixture, GROUP_STRETCH, 1, 0);
    fixture_add(&fixture, section, FIXTURE_HIP, (Dose){1, 1, 20000, 0});
    fixture_add(&fixture, section, FIXTURE_BRIDGE, (Dose){1, 1, 20000, 0});
    SessionOptions options = {.level = LEVEL_B1, .library = &library};
    Error error;
    if (!session_compile(&fixture.arena, &fixture.routine, &options, &session, &error)) fail_msg("%s", error.sentence);
}

static const Segment *ready(int skip) {
    for (int i = 0; i < session.segments.count; i++)
        if (session.segments.items[i].kind == SEGMENT_READY && skip-- == 0) return &session.segments.items[i];
    fail();
    return NULL;
}

static void test_getting_ready_shows_the_way(void **state) {
    (void)state;
    compile_two();
    const Segment *segment = ready(1);
    assert_int_equal(segment->passage_count, 2);
    const Passage *passages = &session.passages.items[segment->first_passage];
    assert_true(passages[0].start_ms > segment->start_ms); // after the name
    assert_int_equal(passages[1].start_ms, passages[0].end_ms);
    assert_true(segment->end_ms >= passages[1].end_ms + 3000);
    View view = session_view(&session, (double)segment->start_ms + 100);
    assert_null(view.figure.way); // still where one was, on the second side
    assert_string_equal(view.figure.move->id, "hip-flexor");
    assert_true(view.figure.mirrored);
    assert_string_equal(view.phase_word, "Get ready");
    view = session_view(&session, (double)passages[0].start_ms + 4000);
    assert_string_equal(view.figure.way->id, "lie-down");
    assert_string_equal(view.figure.from, "A");
    assert_float_equal(view.figure.position, 0.5, 1e-9);
    assert_true(view.figure.is_motion);
    assert_string_equal(view.phase_word, "go");
    view = session_view(&session, (double)passages[1].end_ms + 1000);
    assert_null(view.figure.way);
    assert_string_equal(view.figure.move->id, "bridge-hold");
    assert_string_equal(view.phase_word, "Get ready");
}

static void test_a_session_begins_on_the_feet(void **state) {
    (void)state;
    compile_two();
    View view = session_view(&session, 0);
    assert_string_equal(view.figure.way->id, "kneel");
    assert_float_equal(view.figure.position, 0, 1e-9);
    assert_string_equal(view.phase_word, "Get ready");
    FigureView soon[VIEW_SOON];
    assert_int_equal(session_view_soon(&session, 0, soon), 3); // both phases and the first pose
    assert_string_equal(soon[2].move->id, "hip-flexor");
    assert_null(soon[2].way);
}

static const Cue *guide(const Segment *segment, int skip) {
    for (int i = 0; i < session.cues.count; i++) {
        const Cue *cue = &session.cues.items[i];
        if (cue->kind == CUE_GUIDE && cue->segment == segment - session.segments.items && skip-- == 0) return cue;
    }
    return NULL;
}

static int two_and_a_half_seconds(const void *context, const char *text) {
    (void)context;
    (void)text;
    return 2500;
}

// Each stage begins with its sentence and lasts as long; where one phase is not said the two share it.
static void test_stages_are_told(void **state) {
    (void)state;
    Way *kneel = add_way("kneel", STANDING, HALF_KNEELING, 2000); // two stages of a second
    *list_push(&fixture.arena, &kneel->sayings) = (WaySaying){"go", "Put your right foot back."};
    add_way("lie-down", HALF_KNEELING, LYING_SUPINE, 4000);
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRETCH, 1, 0), FIXTURE_BRIDGE, (Dose){1, 1, 20000, 0});
    SessionOptions options = {.level = LEVEL_B1, .library = &library, .speech_ms = two_and_a_half_seconds};
    Error error;
    assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    const Segment *segment = ready(0);
    const Passage *passages = &session.passages.items[segment->first_passage];
    const Cue *start = guide(segment, 0), *said = guide(segment, 1);
    assert_string_equal(start->text, "Stand on your mat."); // nobody is anywhere yet
    assert_non_null(said);
    assert_string_equal(said->text, "Put your right foot back.");
    assert_int_equal(said->at_ms, passages[0].start_ms);
    assert_null(guide(segment, 2));
    assert_int_equal(segment->passage_count, 4);
    assert_int_equal(passages[3].end_ms - passages[0].start_ms, 6000); // the way is longer than its sentence
    for (int i = 0; i < kneel->clip.phases.count; i++) kneel->clip.phases.items[i].duration_ms = 500;
    *list_push(&fixture.arena, &library.ways.items[1]->sayings) = (WaySaying){"go", "Lie down."};
    assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    passages = &session.passages.items[ready(0)->first_passage];
    assert_int_equal(passages[1].end_ms - passages[0].start_ms, 2700); // a second, slowed down
    assert_int_equal(passages[1].start_ms - passages[0].start_ms, 1350);
    assert_int_equal(guide(ready(0), 2)->at_ms, passages[2].start_ms);
    options.talk = TALK_SHORT;
    assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    assert_null(guide(ready(0), 0));
}

// Lying on the other side one rolls over, with the view turned on the back, and is told so.
static void test_changing_sides_on_the_side(void **state) {
    (void)state;
    Way *roll = add_way("roll", LYING_SUPINE, LYING_SIDE, 4000);
    roll->mirrored[0] = true;
    *list_push(&fixture.arena, &roll->sayings) = (WaySaying){"on", "Onto your left side."};
    *list_push(&fixture.arena, &roll->sayings) = (WaySaying){"up", "Onto your back."};
    fixture.routine.sections.count = 0;
    fixture_add(&fixture, fixture_section(&fixture, GROUP_STRENGTHEN, 1, 0), FIXTURE_CLAM, (Dose){1, 5, 0, 0});
    SessionOptions options = {.level = LEVEL_B1, .library = &library};
    Error error;
    assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    const Segment *segment = session.segments.items;
    while (segment->kind != SEGMENT_SWITCH) segment++;
    assert_int_equal(segment->passage_count, 4);
    const Passage *passages = &session.passages.items[segment->first_passage];
    assert_true(!passages[1].mirrored && passages[2].mirrored && passages[2].turns_view);
    assert_true(passages[2].start_ms >= passages[1].end_ms + 450); // still while the view turns
    assert_string_equal(guide(segment, 0)->text, "Onto your back.");
    assert_string_equal(guide(segment, 1)->text, "Onto your right side.");
    assert_true(passages[3].end_ms + 1500 <= segment->end_ms);
    View view = session_view(&session, (double)passages[1].end_ms + 100);
    assert_true(view.figure.way == roll && view.leaving.way == roll && view.figure.mirrored && !view.leaving.mirrored);
    view = session_view(&session, (double)segment->start_ms + 100);
    assert_string_equal(view.phase_word, "Switch sides");
    assert_string_equal(view.figure.move->id, "clam");
    assert_false(view.figure.mirrored); // not there yet
}

static void test_one_rests_where_one_was(void **state) {
    (void)state;
    add_way("lie-down", HALF_KNEELING, LYING_SUPINE, 4000);
    fixture.routine.sections.count = 0;
    Section *section = fixture_section(&fixture, GROUP_STRETCH, 2, 20000);
    fixture_add(&fixture, section, FIXTURE_HIP, (Dose){1, 1, 20000, 0});
    fixture_add(&fixture, section, FIXTURE_BRIDGE, (Dose){1, 1, 20000, 0});
    SessionOptions options = {.level = LEVEL_B1, .library = &library};
    Error error;
    assert_true(session_compile(&fixture.arena, &fixture.routine, &options, &session, &error));
    for (int i = 0; i < session.segments.count; i++) {
        const Segment *segment = &session.segments.items[i];
        if (segment->kind != SEGMENT_REST) continue;
        View view = session_view(&session, (double)segment->start_ms + 5000);
        assert_string_equal(view.figure.move->id, "bridge-hold");
        view = session_view(&session, (double)session.passages.items[ready(2)->first_passage].start_ms + 1000);
        assert_string_equal(view.figure.way->id, "lie-down");
        assert_string_equal(view.figure.from, "C"); // backwards
        assert_string_equal(view.phase_word, "up");
        return;
    }
    fail();
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_the_quickest_way_is_taken),
        TEST(test_one_arrives_the_right_way_round),
        TEST(test_getting_ready_shows_the_way),
        TEST(test_a_session_begins_on_the_feet),
        TEST(test_stages_are_told),
        TEST(test_changing_sides_on_the_side),
        TEST(test_one_rests_where_one_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
