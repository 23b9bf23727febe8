#include "ui/hurt.h"
#include "ui/seat.h"
#include "ui/state.h"

static void sit_down(Seat *seat) {
    *seat = (Seat){.now = {.at_ms = 20000 * 86400000LL, .day = 20000}};
    const Session *session = fixture_session(&seat->arena);
    UiOptions options = {.library = &seat->library, .session = session, .diary = &seat->diary, .write = write_down,
                         .diary_owner = seat, .tempo = 1, .from_ms = session->segments.items[1].start_ms + 1000};
    seat->ui = ui_make(&seat->arena, &options);
    press(seat, NULL);
}

static const Entry *last_entry(const Seat *seat) {
    return &seat->diary.entries.items[seat->diary.entries.count - 1];
}

static void test_pain_stops_the_exercise_and_offers_the_easier_one(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    assert_string_equal(seat.out.remarks[0], "What did you feel?");
    assert_false(shows(&seat, "Paused")); // nothing lies over the question
    press(&seat, "2");
    assert_int_equal(last_entry(&seat)->kind, ENTRY_HURT); // on its own, before anything else is asked
    press(&seat, "4");
    assert_int_equal(last_entry(&seat)->number, 4);
    assert_int_equal(last_entry(&seat)->felt, FELT_PAIN);
    assert_true(shows(&seat, "The easier form") && shows(&seat, "Leave it out"));
    press(&seat, "2");
    assert_int_equal(seat.out.change->kind, CHANGE_HURTS);
    assert_string_equal(seat.out.change->move, "half-kneel-hip-flexor");
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY && ui_playhead(seat.ui)->paused);
    get_up(&seat);
}

static void test_a_sharp_pain_leaves_it_out_without_asking_how_much(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    press(&seat, "3");
    assert_true(shows(&seat, "We leave this one out today."));
    press(&seat, "Return");
    assert_int_equal(seat.out.change->kind, CHANGE_HURTS);
    get_up(&seat);
}

static void test_into_the_leg_ends_the_session_and_is_asked_about_later(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    press(&seat, "4");
    press(&seat, "Return");
    assert_true(seat.out.stopped && ui_screen(seat.ui) == SCREEN_HOME);
    assert_null(ui_playhead(seat.ui));
    assert_true(hurt_asks_for_leg(seat.ui));
    get_up(&seat);
}

static void test_chest_pain_is_an_emergency(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    press(&seat, "8");
    assert_true(shows(&seat, "call for help now"));
    press(&seat, "Return");
    assert_true(seat.out.stopped);
    assert_true(shows(&seat, "question 1 of 20"));
    get_up(&seat);
}

static void test_a_good_sign_goes_on(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    press(&seat, "5");
    press(&seat, "Return");
    assert_null(seat.out.change);
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY && !seat.out.stopped);
    get_up(&seat);
}

static void test_nothing_is_taken_back(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat);
    press(&seat, "X");
    press(&seat, "Escape");
    assert_true(ui_screen(seat.ui) == SCREEN_PLAY);
    assert_int_equal(seat.diary.entries.count, 0);
    assert_true(ui_playhead(seat.ui)->paused); // and waits for the person
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pain_stops_the_exercise_and_offers_the_easier_one),
        cmocka_unit_test(test_a_sharp_pain_leaves_it_out_without_asking_how_much),
        cmocka_unit_test(test_into_the_leg_ends_the_session_and_is_asked_about_later),
        cmocka_unit_test(test_chest_pain_is_an_emergency),
        cmocka_unit_test(test_a_good_sign_goes_on),
        cmocka_unit_test(test_nothing_is_taken_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
