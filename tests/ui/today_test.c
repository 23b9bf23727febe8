#include "ui/after.h"
#include "coach/screen.h"
#include "support/shipped.h"
#include "ui/seat.h"
#include "ui/by_hand.h"
#include "ui/state.h"

enum { FIRST_DAY = 20000 }; // a Tuesday of October 2024
static const int64_t DAY_MS = 86400000;

static void step(Seat *seat, const char *key) {
    seat->now.at_ms += 1000;
    step_key(seat, key, 100);
    assert_tidy(&seat->out.list, 1280, 720, false);
}

static void go_to_day(Seat *seat, int day) {
    seat->now = (Moment){.at_ms = day * DAY_MS + DAY_MS / 3, .day = day};
}

static void sit_down(Seat *seat) {
    *seat = (Seat){0};
    assert_true(shipped_read(&seat->arena, &seat->library));
    go_to_day(seat, FIRST_DAY);
    UiOptions options = {.library = &seat->library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1};
    seat->ui = ui_make(&seat->arena, &options);
    step(seat, NULL);
}

// "No" to all that is asked, and "yes" to getting down to the floor and up again.
static void answer_safety(Seat *seat) {
    for (int i = 0; i < SCREEN_QUESTIONS; i++) {
        assert_true(shows(seat, text_format(&seat->frame, "question %d of 20", i + 1)));
        step(seat, screen_questions[i].yes_is_good ? "Y" : "N");
    }
}

static void begin_as_beginner(Seat *seat) {
    sit_down(seat);
    assert_true(shows(seat, "Welcome"));
    assert_true(shows(seat, "They must never"));
    step(seat, "Return");
    answer_safety(seat);
    step(seat, NULL);
}

static void check_in(Seat *seat, const char *soreness, const char *pain, const char *red_flag) {
    step(seat, "Return");
    assert_string_equal(seat->out.remarks[0], "How sore are your muscles, one to ten?");
    step(seat, soreness);
    step(seat, pain);
    step(seat, red_flag);
    step(seat, NULL);
}

static void test_the_first_start_is_three_choices(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat); // the level, and the safety screen
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_true(shows(&seat, "Start"));
    assert_true(shows(&seat, "week 1 of 4, day 1"));
    check_in(&seat, "1", "2", "N");
    assert_true(shows(&seat, "Not now"));
    step(&seat, "Return");
    assert_non_null(seat.out.play.routine);
    assert_string_equal(seat.out.play.routine->id, "b-full");
    assert_int_equal(seat.out.play.level, LEVEL_B1);
    assert_true(seat.out.play.strength && seat.out.play.plan_day == 1);
    get_up(&seat);
}

// Another window of the same person on the same day.
static void sit_down_again(Seat *seat, const char *go_on_at) {
    ui_close(seat->ui);
    UiOptions options = {.library = &seat->library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1,
                         .start_today = true, .go_on_at = go_on_at};
    seat->ui = ui_make(&seat->arena, &options);
    step(seat, NULL);
}

static void test_today_begins_with_what_is_due(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    sit_down_again(&seat, NULL);
    assert_string_equal(seat.out.remarks[0], "How sore are your muscles, one to ten?");
    step(&seat, "2");
    step(&seat, "2");
    step(&seat, "N");
    step(&seat, "Escape");
    sit_down_again(&seat, NULL); // all was answered
    assert_string_equal(seat.out.play.routine->id, "b-full");
    step(&seat, NULL);
    assert_null(seat.out.play.routine); // once
    sit_down_again(&seat, "Clam, left side");
    assert_null(seat.out.play.routine); // what was cut off comes first
    assert_true(shows(&seat, "Go on at Clam, left side?"));
    step(&seat, "2");
    step(&seat, NULL);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME && !seat.out.play.routine);
    get_up(&seat);
}

// Presses the button with these words, wherever the focus is.
static void choose(Seat *seat, const char *words) {
    for (int i = 0; i < 6; i++) step(seat, "Left");
    for (int i = 0; i < 6; i++) {
        const char *focused = NULL; // the text after the box in the colour of the focus
        for (int op = 0; op + 1 < seat->out.list.ops.count; op++) {
            const DrawOp *box = &seat->out.list.ops.items[op];
            bool is_focus = box->kind == DRAW_BOX && memcmp(&box->colour, &theme_light.focus, sizeof(Colour)) == 0 && box[1].text;
            if (is_focus && !focused) focused = box[1].text; // days that were done come later
        }
        if (focused && strcmp(focused, words) == 0) {
            step(seat, "Return");
            step(seat, NULL);
            return;
        }
        step(seat, "Right");
    }
    fail_msg("no button says %s", words);
}

// A session of the plan, played to its end by the machine.
static void do_session(Seat *seat) {
    int64_t group = seat->now.at_ms;
    write_down(seat, &(Entry){.kind = ENTRY_SESSION, .moment = seat->now, .group = group, .id = "b-full", .strength = 1, .number = 1});
    write_down(seat, &(Entry){.kind = ENTRY_SESSION_END, .moment = seat->now, .group = group, .seconds = 900});
    UiOutput out = {0};
    after_open(seat->ui, &out);
    step(seat, "5");
}

static void test_one_task_is_chosen_and_asked_about_each_week(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    do_session(&seat);
    assert_true(shows(&seat, "What should get easier?"));
    step(&seat, "1");
    assert_true(shows(&seat, "Tie my shoes") && shows(&seat, "none to ten"));
    step(&seat, "4");
    step(&seat, "Return");
    step(&seat, NULL);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_string_equal(seat.ui->coached.progress.task, "Tie my shoes");
    assert_int_equal(seat.ui->coached.progress.task_before, 4);
    go_to_day(&seat, FIRST_DAY + 6);
    do_session(&seat);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME); // not within a week
    go_to_day(&seat, FIRST_DAY + 7);
    do_session(&seat);
    assert_true(shows(&seat, "none to ten"));
    step(&seat, "Down"); // not now
    step(&seat, "Return");
    step(&seat, NULL);
    assert_int_equal(seat.ui->coached.progress.task_now, 4);
    do_session(&seat);
    step(&seat, "9");
    step(&seat, "Return");
    step(&seat, NULL);
    assert_int_equal(seat.ui->coached.progress.task_now, 9);
    choose(&seat, "Progress");
    step(&seat, "Right");
    step(&seat, "Right");
    assert_true(shows(&seat, "Tie my shoes") && shows(&seat, "4 of 10") && shows(&seat, "9 of 10") && shows(&seat, "better"));
    get_up(&seat);
}

static void test_who_chooses_no_task_is_left_in_peace(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    do_session(&seat);
    step(&seat, "7"); // none of these
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    for (int i = 0; i < 6; i++) do_session(&seat), assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    do_session(&seat);
    assert_true(shows(&seat, "What should get easier?"));
    step(&seat, "Escape");
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    get_up(&seat);
}

static void test_a_session_can_be_left_for_home_and_gone_on_with(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    ui_play(seat.ui, fixture_session(&seat.arena), 12000);
    step(&seat, "O");
    assert_true(ui_screen(seat.ui) == SCREEN_PROGRESS && ui_is_playing(seat.ui));
    step(&seat, "Escape");
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY && ui_stands(seat.ui));
    step(&seat, "Escape");
    for (int i = 0; i < 5; i++) step(&seat, "Down");
    step(&seat, "Return"); // leave
    assert_true(seat.out.left && !seat.out.quit && !seat.out.stopped);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    step(&seat, NULL);
    assert_true(shows(&seat, "You left at Half-kneeling hip flexor.") && shows(&seat, "Go on"));
    step(&seat, "Return");
    assert_int_equal(seat.out.go_on, GO_ON_YES);
    step(&seat, NULL);
    assert_false(shows(&seat, "You left at"));
    ui_play(seat.ui, fixture_session(&seat.arena), 12000);
    step(&seat, "Q");
    assert_true(seat.out.quit && !seat.out.left);
    get_up(&seat);
}

// In the middle of a text that is shown.
static void click(Seat *seat, const char *words) {
    for (int i = 0; i < seat->out.list.ops.count; i++) {
        const DrawOp *op = &seat->out.list.ops.items[i];
        if (!op->text || strcmp(op->text, words) != 0) continue;
        step_with(seat, (UiInput){.clicked = true, .click_x = op->rect.x, .click_y = op->rect.y - op->size / 3});
        step(seat, NULL);
        return;
    }
    fail_msg("'%s' is not shown", words);
}

static void test_the_mouse_reaches_everything_and_back(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    static const char *const pages[] = {"Plans", "Progress", "More"};
    for (int i = 0; i < 3; i++) {
        click(&seat, pages[i]);
        assert_true(ui_screen(seat.ui) != SCREEN_HOME);
        click(&seat, "Back");
        assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    }
    click(&seat, "More");
    click(&seat, "Another session");
    click(&seat, "Back");
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    click(&seat, "Progress");
    click(&seat, "Self-checks");
    click(&seat, "Do the self-checks");
    click(&seat, "Skip this one");
    assert_true(shows(&seat, "One-leg"));
    click(&seat, "Back"); // to the check before
    assert_true(shows(&seat, "Bridge hold"));
    click(&seat, "Back");
    assert_true(ui_screen(seat.ui) == SCREEN_PROGRESS);
    get_up(&seat);
}

static void test_an_alarming_answer_gives_no_session(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    step(&seat, "Return");
    step(&seat, "N");
    step(&seat, "Y");
    assert_true(shows(&seat, "Emergency"));
    step(&seat, "Return");
    step(&seat, NULL);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_false(shows(&seat, "Start"));
    step(&seat, "Right");
    assert_null(seat.out.play.routine);
    get_up(&seat);
}

static void test_the_red_flag_asks_and_stops(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    check_in(&seat, "2", "3", "Y");
    assert_true(shows(&seat, "question 1 of 20"));
    assert_null(seat.out.play.routine);
    get_up(&seat);
}

static void test_sore_muscles_make_it_a_day_to_stretch(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    check_in(&seat, "6", "2", "N");
    assert_true(shows(&seat, "clearly sore"));
    step(&seat, "Return");
    assert_non_null(seat.out.play.routine);
    assert_false(seat.out.play.strength);
    get_up(&seat);
}

static void test_a_ten_is_a_day_for_the_doctor(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    step(&seat, "Return");
    step(&seat, "2");
    step(&seat, "0");
    step(&seat, "N");
    step(&seat, NULL);
    assert_false(shows(&seat, "Not now"));
    for (int i = 0; i < 3; i++) step(&seat, "Return");
    assert_null(seat.out.play.routine);
    get_up(&seat);
}

static void test_a_plan_can_be_chosen(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    while (!shows(&seat, "Up and Down choose")) {
        step(&seat, "Right");
        step(&seat, "Return");
        if (!shows(&seat, "Up and Down choose") && ui_screen(seat.ui) != SCREEN_HOME) step(&seat, "Escape");
    }
    while (!shows(&seat, "desk")) step(&seat, "Down");
    for (int i = 0; i < 8; i++) step(&seat, "Up");
    step(&seat, "Down");
    step(&seat, "Return");
    assert_true(shows(&seat, "When would you like to begin?"));
    step(&seat, "3"); // on Monday
    step(&seat, NULL);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME);
    assert_true(shows(&seat, "soon"));
    const Entry *newest = &seat.diary.entries.items[seat.diary.entries.count - 1];
    assert_int_equal(newest->kind, ENTRY_PLAN_START);
    assert_int_equal(date_weekday(newest->on_day), MONDAY);
    go_to_day(&seat, newest->on_day);
    step(&seat, NULL);
    assert_true(shows(&seat, "day 1"));
    get_up(&seat);
}

static bool is_timed(const Seat *seat) {
    return shows(seat, "0 seconds");
}

// A body that is fine: no, a timer that runs to its end, the number that is marked.
static void answer_checks(Seat *seat) {
    for (int i = 0; i < 60 && !shows(seat, "What your self-checks say"); i++) {
        if (shows(seat, "Begin")) step(seat, "Return");
        else if (is_timed(seat)) step(seat, "Return"), wait_ms(seat, 36000), step(seat, NULL);
        else if (shows(seat, "hours")) step(seat, "3"), step(seat, "Return");
        else if (shows(seat, "minutes")) step(seat, "2"), step(seat, "0"), step(seat, "Return");
        else if (shows(seat, "mm")) step(seat, "Return");
        else step(seat, "N");
        step(seat, NULL);
    }
}

static void test_who_has_less_time_does_less(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    assert_false(shows(&seat, "10 minutes"));
    choose(&seat, "More");
    choose(&seat, "Less time today");
    step(&seat, "2");
    step(&seat, NULL);
    assert_true(shows(&seat, "10 minutes"));
    check_in(&seat, "2", "2", "N");
    step(&seat, "Return");
    assert_int_equal(seat.out.play.fit.minutes, 10);
    go_to_day(&seat, FIRST_DAY + 1);
    step(&seat, "Escape");
    step(&seat, NULL);
    assert_int_equal(seat.ui->coached.today.fit.minutes, 0); // of that day only
    get_up(&seat);
}

// The morning after, home says what the soreness means.
static void test_the_morning_after_is_told(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    check_in(&seat, "2", "2", "N");
    step(&seat, "Return");
    int64_t group = seat.now.at_ms;
    const Entry done[] = {
        {.kind = ENTRY_SESSION, .group = group, .id = "b-full", .level = LEVEL_B1, .strength = 1, .number = 1},
        {.kind = ENTRY_STEP, .group = group, .id = "clam", .number = 1},
        {.kind = ENTRY_SESSION_END, .group = group, .seconds = 1140},
    };
    for (int i = 0; i < 3; i++) ui_write(seat.ui, done[i]);
    step(&seat, "Escape");
    go_to_day(&seat, FIRST_DAY + 1);
    step(&seat, NULL);
    check_in(&seat, "3", "2", "N");
    step(&seat, "Escape");
    step(&seat, NULL);
    assert_non_null(seat.ui->coached.today.after.words);
    assert_true(shows(&seat, text_format(&seat.frame, "%.12s", seat.ui->coached.today.after.words)));
    get_up(&seat);
}

static void test_self_checks_are_asked_timed_and_told(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    choose(&seat, "More");
    choose(&seat, "Self-checks");
    assert_true(shows(&seat, "Bridge hold"));
    answer_checks(&seat);
    assert_true(shows(&seat, "What your self-checks say"));
    for (CheckId id = 0; id < CHECK_COUNT; id++) {
        CheckResult result = check_result(&seat.diary, id, 0);
        if (result.answer != ANSWER_NO) fail_msg("%s came to %d", self_checks[id].id, (int)result.answer);
    }
    assert_int_equal(check_result(&seat.diary, CHECK_C1, 0).numbers[0][BODY_WHOLE], 30);
    step(&seat, "Escape");
    step(&seat, NULL);
    choose(&seat, "Progress");
    step(&seat, "Right");
    step(&seat, "Right");
    assert_true(shows(&seat, "Bridge hold") && shows(&seat, "30 s"));
    get_up(&seat);
}

static void test_a_check_that_hurts_is_over(void **state) {
    (void)state;
    Seat seat;
    begin_as_beginner(&seat);
    choose(&seat, "More");
    choose(&seat, "Self-checks");
    step(&seat, "Return"); // begin
    step(&seat, "Down");
    step(&seat, "Return"); // it hurts
    step(&seat, NULL);
    assert_true(shows(&seat, "One-leg stand"));
    assert_int_equal(check_result(&seat.diary, CHECK_C1, 0).answer, ANSWER_SKIP);
    answer_checks(&seat);
    step(&seat, "Return");
    step(&seat, NULL);
    assert_true(shows(&seat, "question 1 of 20")); // the safety screen is offered
    get_up(&seat);
}

static const Routine *routine_called(Seat *seat, const char *id) {
    const Routine *routine = library_routine(&seat->library, text_of(id));
    assert_non_null(routine);
    return routine;
}

static PlayWish by_hand(Seat *seat, const char *id, const char **why) {
    return by_hand_wish(&seat->arena, &seat->diary, &seat->library, seat->now, routine_called(seat, id), why);
}

static void test_a_session_chosen_by_hand_is_never_more_than_allowed(void **state) {
    (void)state;
    Seat seat;
    const char *why;
    begin_as_beginner(&seat);
    check_in(&seat, "6", "2", "N"); // clearly sore: no strength today
    PlayWish wish = by_hand(&seat, "b-full", &why);
    assert_true(wish.fit.only_stretch && !wish.strength && why);
    wish = by_hand(&seat, "b-stretch", &why);
    assert_true(wish.routine && !wish.fit.only_stretch && !why);
    get_up(&seat);
    sit_down(&seat);
    step(&seat, "Return");
    step(&seat, "Y"); // an alarming sign
    step(&seat, "Return");
    wish = by_hand(&seat, "b-stretch", &why);
    assert_true(!wish.routine && why);
    get_up(&seat);
}

static void test_what_does_not_suit_is_left_out_by_hand_too(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    step(&seat, "Return");
    for (int i = 0; i < SCREEN_QUESTIONS; i++) {
        bool is_leg = screen_questions[i].number == 13; // below the knee
        step(&seat, is_leg || screen_questions[i].yes_is_good ? "Y" : "N");
        if (is_leg) step(&seat, "Return");
    }
    const char *why;
    assert_int_equal(by_hand(&seat, "b-stretch", &why).fit.skip, fit_tag(text_of("nerve-leg")));
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_start_is_three_choices),
        cmocka_unit_test(test_today_begins_with_what_is_due),
        cmocka_unit_test(test_one_task_is_chosen_and_asked_about_each_week),
        cmocka_unit_test(test_who_chooses_no_task_is_left_in_peace),
        cmocka_unit_test(test_a_session_can_be_left_for_home_and_gone_on_with),
        cmocka_unit_test(test_the_mouse_reaches_everything_and_back),
        cmocka_unit_test(test_an_alarming_answer_gives_no_session),
        cmocka_unit_test(test_the_red_flag_asks_and_stops),
        cmocka_unit_test(test_sore_muscles_make_it_a_day_to_stretch),
        cmocka_unit_test(test_a_ten_is_a_day_for_the_doctor),
        cmocka_unit_test(test_a_plan_can_be_chosen),
        cmocka_unit_test(test_who_has_less_time_does_less),
        cmocka_unit_test(test_the_morning_after_is_told),
        cmocka_unit_test(test_self_checks_are_asked_timed_and_told),
        cmocka_unit_test(test_a_check_that_hurts_is_over),
        cmocka_unit_test(test_a_session_chosen_by_hand_is_never_more_than_allowed),
        cmocka_unit_test(test_what_does_not_suit_is_left_out_by_hand_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
