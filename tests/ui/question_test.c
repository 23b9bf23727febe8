#include "ui/fixture.h"
#include "ui/question.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const char *const yes_no[] = {"No", "Yes"};
static const char *const felt[] = {"The stretch or the muscle was too strong", "Pain in the back or a joint",
                                   "A sharp, stabbing or catching pain", "Tingling or numbness", "A cramp",
                                   "Dizzy, short of breath, or chest pain", "Nothing: go on"};
static const char *const meanings[] = {"none", "barely there", "a little sore, the aim after exercise",
                                       "a little sore, the aim after exercise", "clearly sore, moving is unpleasant",
                                       "clearly sore, moving is unpleasant", "very sore", "very sore",
                                       "hard to move", "cannot sit or stand"};

static Question safety(void) {
    return (Question){.over = "Safety, question 10 of 20", .answers = yes_no, .answer_count = 2,
                      .theme = &theme_light, .sheets = fixture_sheets,
                      .words = "Long-term steroid tablets, weak bones (osteoporosis), or over 50 to 55 with a first strong back pain, "
                               "or over 65 after a small fall?",
                      .more = "Answer for the last weeks, as well as you can. What you say stays on this machine.", .hint = "Esc: back"};
}

// A clam that is lifted once.
static const Session *clam_demo(void) {
    static Phase phases[] = {{.name = "lift", .from = 0, .to = 1, .duration_ms = 2000}};
    static Keyframe poses[] = {{.name = "START"}, {.name = "END"}};
    static const Move clam = {.id = "clam", .name = "Clam",
                              .clip = {.id = "clam", .phases = {phases, 1, 1}, .poses = {poses, 2, 2}}};
    static Arena arena;
    static const Session *demo;
    if (!demo) demo = session_demo(&arena, &clam, RIGHT);
    return demo;
}

static Question soreness(void) {
    return (Question){.kind = QUESTION_SCALE, .over = "Before today's session", .words = "How sore are your muscles?",
                      .scale_words = meanings, .demo = clam_demo(), .demo_ms = 500,
                      .theme = &theme_light, .sheets = fixture_sheets, .hint = "Keys 1 to 9, and 0 for ten. Esc: back"};
}

static Question what_hurts(void) {
    return (Question){.words = "What did you feel?", .answers = felt, .answer_count = 7, .theme = &theme_light, .sheets = fixture_sheets};
}

static Question how_long(void) {
    return (Question){.kind = QUESTION_NUMBER, .words = "How many minutes at most without standing up?", .most = 600, .start = 60,
                      .unit = "minutes", .skip = "Skip", .theme = &theme_light, .sheets = fixture_sheets};
}

static DrawList drawn(Arena *arena, const Question *question, int focus, int width, int height) {
    DrawList list = {.arena = arena};
    Canvas canvas = canvas_make(&list, fixture_measure, width, height);
    question_draw(&canvas, question, &(QuestionFocus){.at = focus});
    return list;
}

static void assert_golden_question(const char *path, const Question *question, int focus) {
    Arena arena = {0};
    DrawList list = drawn(&arena, question, focus, 1920, 1080);
    assert_golden_list(path, &list);
    arena_free(&arena);
}

static void test_questions_are_drawn_as_kept(void **state) {
    (void)state;
    Question question = safety();
    assert_golden_question("tests/ui/golden/question-yes-no.txt", &question, NO_ANSWER);
    question = soreness();
    assert_golden_question("tests/ui/golden/question-scale.txt", &question, 2);
}

static void test_nothing_overlaps_or_is_cut_at_any_size(void **state) {
    (void)state;
    const Question questions[] = {safety(), soreness(), what_hurts(), how_long()};
    for (const WindowSize *size = fixture_sizes; size->width; size++) {
        for (int i = 0; i < 4; i++) {
            Arena arena = {0};
            for (int focus = NO_ANSWER; focus < 7; focus++) {
                DrawList list = drawn(&arena, &questions[i], focus, size->width, size->height);
                assert_tidy(&list, size->width, size->height, false);
                for (int op = 0; op < list.ops.count; op++)
                    assert_true(!list.ops.items[op].text || !strstr(list.ops.items[op].text, "…"));
            }
            arena_free(&arena);
        }
    }
}

static int press(const Question *question, QuestionFocus *focus, Action action, const char *key) {
    return question_act(question, focus, action, (Key){key, false, false, false});
}

static void test_nothing_is_answered_for_the_person(void **state) {
    (void)state;
    Question question = safety();
    QuestionFocus focus = question_begin(&question);
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_RIGHT, "Right"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), 0);
    assert_int_equal(press(&question, &focus, ACTION_DOWN, "Down"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_DOWN, "Down"), NO_ANSWER); // stays on the last
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), 1);
}

static void test_one_key_answers(void **state) {
    (void)state;
    Question question = soreness();
    QuestionFocus focus = question_begin(&question);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "3"), 2);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "0"), 9);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "A"), NO_ANSWER);
    assert_int_equal(question_act(&question, &focus, ACTION_NONE, (Key){"3", false, true, false}), NO_ANSWER); // a chord is no answer
    question = safety();
    assert_int_equal(press(&question, &focus, ACTION_NONE, "Y"), 1);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "n"), 0);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "2"), 1);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "3"), NO_ANSWER);
    question = what_hurts();
    assert_int_equal(press(&question, &focus, ACTION_NONE, "A"), NO_ANSWER); // two begin with it
    assert_int_equal(press(&question, &focus, ACTION_NONE, "P"), 1);
}

static void test_answers_can_be_clicked(void **state) {
    (void)state;
    Arena arena = {0};
    Question question = soreness();
    DrawList list = {.arena = &arena};
    HitList hits = {0};
    Canvas canvas = canvas_make(&list, fixture_measure, 1280, 720);
    canvas.hits = &hits;
    question_draw(&canvas, &question, &(QuestionFocus){.at = NO_ANSWER});
    assert_int_equal(hits.count, 1 + SCALE_END); // the way back comes first
    Rect box = hits.items[1 + 6].rect;
    int item, part;
    assert_true(hit_find(&hits, box.x + box.width / 2, box.y + box.height / 2, &item, &part));
    assert_int_equal(item, 6);
    arena_free(&arena);
}

static void test_numbers_are_typed_or_stepped(void **state) {
    (void)state;
    Question question = how_long();
    QuestionFocus focus = question_begin(&question);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "4"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_NONE, "5"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_RIGHT, "Right"), NO_ANSWER);
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), 46);
    press(&question, &focus, ACTION_NONE, "9"); // 469, and then no room for more
    press(&question, &focus, ACTION_NONE, "7");
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), 7);
    focus.at = question.most;
    press(&question, &focus, ACTION_RIGHT, "Right");
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), question.most);
    press(&question, &focus, ACTION_DOWN, "Down");
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Return"), SKIPPED);
    assert_int_equal(question_click(&question, &focus, 0, -1), NO_ANSWER);
    assert_int_equal(focus.at, question.most - 1);
}

static void test_a_timer_takes_the_time(void **state) {
    (void)state;
    Question question = {.kind = QUESTION_TIMER, .words = "Hold it.", .most = 30, .unit = "seconds", .skip = "Skip"};
    QuestionFocus focus = question_begin(&question);
    const char *said;
    assert_int_equal(question_step(&question, &focus, 5000, &said), NO_ANSWER); // it has not begun
    assert_null(said);
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Space"), NO_ANSWER);
    question_step(&question, &focus, 4900, &said); // time to get ready
    assert_null(said);
    question_step(&question, &focus, 200, &said);
    assert_string_equal(said, "Begin.");
    assert_int_equal(question_step(&question, &focus, 12800, &said), NO_ANSWER);
    assert_string_equal(said, "Ten.");
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Space"), 12);
    focus = question_begin(&question);
    press(&question, &focus, ACTION_ENTER, "Space");
    int answer = NO_ANSWER, words = 0;
    for (int i = 0; i < 400 && answer == NO_ANSWER; i++) {
        answer = question_step(&question, &focus, 100, &said);
        words += said != NULL;
    }
    assert_int_equal(answer, 30); // it ends by itself
    assert_int_equal(words, 4);
}

static void test_who_stops_before_it_began_held_nothing(void **state) {
    (void)state;
    Question question = {.kind = QUESTION_TIMER, .words = "Hold it.", .most = 30, .unit = "seconds"};
    QuestionFocus focus = question_begin(&question);
    press(&question, &focus, ACTION_ENTER, "Space");
    assert_int_equal(press(&question, &focus, ACTION_ENTER, "Space"), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_questions_are_drawn_as_kept),
        cmocka_unit_test(test_nothing_overlaps_or_is_cut_at_any_size),
        cmocka_unit_test(test_nothing_is_answered_for_the_person),
        cmocka_unit_test(test_one_key_answers),
        cmocka_unit_test(test_answers_can_be_clicked),
        cmocka_unit_test(test_numbers_are_typed_or_stepped),
        cmocka_unit_test(test_a_timer_takes_the_time),
        cmocka_unit_test(test_who_stops_before_it_began_held_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
