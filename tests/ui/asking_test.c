#include "ui/asking.h"
#include "ui/seat.h"
#include "ui/state.h"

static const char *const yes_no[] = {"No", "Yes"};
enum { QUESTIONS = 3 };
static const char *const words[QUESTIONS] = {"Is it new?", "How sore is it?", "Anything else?"};

static Question question_at(const Ui *ui, int step) {
    (void)ui;
    if (step == 1) return (Question){.kind = QUESTION_SCALE, .words = words[step]};
    return (Question){.words = words[step], .answers = yes_no, .answer_count = 2};
}

// A yes to the first question makes the second one needless.
static int answer_at(Ui *ui, int step, int answer) {
    ui_write(ui, (Entry){.kind = ENTRY_SAFETY, .number = step + 1, .answer = answer ? ANSWER_YES : ANSWER_NO});
    if (step == 0 && answer == 1) return 2;
    return step + 1 < QUESTIONS ? step + 1 : ASKED_ALL;
}

static int times_over;

static void over(Ui *ui, UiOutput *out) {
    (void)ui, (void)out;
    times_over++;
}

static const Asking asking = {question_at, answer_at, over};

static void sit_down(Seat *seat) {
    *seat = (Seat){.now = {.at_ms = 1000 * 86400000LL, .day = 1000}};
    UiOptions options = {.library = &seat->library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1};
    seat->ui = ui_make(&seat->arena, &options);
    UiOutput out = {0};
    times_over = 0;
    asking_open(seat->ui, &asking, &out);
    assert_string_equal(out.remarks[0], words[0]); // it is said
    press(seat, NULL);
}

static void test_one_key_an_answer(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    assert_true(shows(&seat, words[0]));
    press(&seat, "N");
    assert_string_equal(seat.out.remarks[0], words[1]);
    assert_true(seat.out.sound_changed); // the question before is not said to its end
    press(&seat, "4");
    assert_true(shows(&seat, words[2]));
    assert_int_equal(seat.diary.entries.count, 2); // each on its own
    press(&seat, "Y");
    assert_int_equal(times_over, 1);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_int_equal(seat.diary.entries.items[2].answer, ANSWER_YES);
    assert_int_equal(seat.diary.entries.items[2].moment.day, 1000);
    get_up(&seat);
}

static void test_an_answer_can_make_a_question_needless(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "Y");
    assert_true(shows(&seat, words[2]));
    press(&seat, "Escape"); // back to what was really asked before
    assert_true(shows(&seat, words[0]));
    get_up(&seat);
}

static void test_escape_goes_back_and_then_away(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "N");
    press(&seat, "Escape");
    assert_true(shows(&seat, words[0]));
    press(&seat, "Escape");
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_false(seat.out.quit);
    assert_int_equal(times_over, 0);
    get_up(&seat);
}

static void test_no_answer_is_no_answer(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "Return");
    press(&seat, "7");
    press(&seat, "Space");
    assert_int_equal(seat.diary.entries.count, 0);
    assert_true(shows(&seat, words[0]));
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_key_an_answer),
        cmocka_unit_test(test_an_answer_can_make_a_question_needless),
        cmocka_unit_test(test_escape_goes_back_and_then_away),
        cmocka_unit_test(test_no_answer_is_no_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
