#include "ui/fixture.h"
#include "ui/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

enum { DAY = 20600 };

// A person before the home screen, where others play as well.
typedef struct {
    Arena arena, frame;
    Library library;
    Diary diary;
    Ui *ui;
    UiOutput out;
} Seat;

static void write_down(void *owner, const Entry *entry) {
    Seat *seat = owner;
    diary_add(&seat->arena, &seat->diary, entry);
}

static void press(Seat *seat, const char *name, bool shift) {
    Key key = {name, shift, false, false};
    UiInput input = {.keys = &key, .key_count = name != NULL, .elapsed_ms = 100, .width = 1280, .height = 720, .measure = fixture_measure,
                     .sheets = fixture_sheets, .now = {.at_ms = DAY * INT64_C(86400000), .day = DAY}};
    arena_reset(&seat->frame);
    seat->out = ui_step(seat->ui, &input, &seat->frame);
    assert_tidy(&seat->out.list, 1280, 720, false);
}

static void press_all(Seat *seat, const char *letters) {
    for (; *letters; letters++) press(seat, (char[]){*letters, '\0'}, false);
}

static void sit_down(Seat *seat, const char *const *names, int count, bool asks) {
    *seat = (Seat){0};
    UiOptions options = {.library = &seat->library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1,
                         .people = {names, count}, .person = names[0], .asks_who = asks};
    seat->ui = ui_make(&seat->arena, &options);
    press(seat, NULL, false);
}

static void get_up(Seat *seat) {
    ui_close(seat->ui);
    arena_free(&seat->arena);
    arena_free(&seat->frame);
}

static bool shows(const Seat *seat, const char *text) {
    for (int i = 0; i < seat->out.list.ops.count; i++)
        if (seat->out.list.ops.items[i].text && strstr(seat->out.list.ops.items[i].text, text)) return true;
    return false;
}

static const char *const two[] = {"me", "Anna"};

static void test_who_is_asked_first(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, two, 2, true);
    assert_true(shows(&seat, "Who is it?") && shows(&seat, "Me") && shows(&seat, "Anna"));
    press(&seat, "Return", false); // whose turn it is anyway
    assert_null(seat.out.person);
    press(&seat, NULL, false);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME && shows(&seat, "Me"));
    get_up(&seat);
    sit_down(&seat, two, 2, true);
    press(&seat, "2", false);
    assert_string_equal(seat.out.person, "Anna");
    assert_false(seat.out.is_new_person);
    get_up(&seat);
}

static void test_nobody_is_asked_who_is_alone(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, two, 1, false);
    assert_true(shows(&seat, "Welcome"));
    assert_false(shows(&seat, "Me"));
    get_up(&seat);
}

static void ask_for_name(Seat *seat) {
    sit_down(seat, two, 2, true);
    press(seat, "3", false);
    assert_true(shows(seat, "What is the name?") && shows(seat, "Person 3"));
}

static void test_a_name_is_typed(void **state) {
    (void)state;
    Seat seat;
    ask_for_name(&seat);
    press_all(&seat, "QSF"); // keys that mean something else elsewhere
    assert_true(shows(&seat, "Qsf"));
    assert_false(seat.out.quit || seat.out.toggle_fullscreen);
    for (int i = 0; i < 5; i++) press(&seat, "Backspace", false);
    press(&seat, "Space", false);  // a name does not begin with one,
    press(&seat, "Return", false); // and one without a letter is none
    assert_null(seat.out.person);
    press_all(&seat, "J");
    press(&seat, "ü", false);
    press(&seat, "F1", false);
    press(&seat, "Backspace", false); // a whole sign
    press_all(&seat, "O");
    press(&seat, "Space", false);
    press(&seat, "B", true);
    press(&seat, "Space", false);
    press(&seat, "Return", false);
    assert_string_equal(seat.out.person, "Jo B");
    assert_true(seat.out.is_new_person);
    get_up(&seat);
}

static void test_a_name_that_is_there_is_that_person(void **state) {
    (void)state;
    Seat seat;
    ask_for_name(&seat);
    press_all(&seat, "ANNA");
    press(&seat, "Return", false);
    assert_string_equal(seat.out.person, "Anna");
    assert_false(seat.out.is_new_person);
    get_up(&seat);
}

static void test_names_end_somewhere_and_need_no_keyboard(void **state) {
    (void)state;
    Seat seat;
    ask_for_name(&seat);
    press(&seat, "Pad A", false);
    assert_string_equal(seat.out.person, "Person 3");
    get_up(&seat);
    ask_for_name(&seat);
    for (int i = 0; i < 100; i++) press(&seat, "ö", false);
    press(&seat, "Return", false);
    assert_int_equal(strlen(seat.out.person), NAME_SIZE - 1);
    get_up(&seat);
    ask_for_name(&seat);
    press(&seat, "Escape", false);
    assert_true(shows(&seat, "Who is it?"));
    press(&seat, "Escape", false);
    assert_true(ui_screen(seat.ui) == SCREEN_HOME && !seat.out.person);
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_is_asked_first),
        cmocka_unit_test(test_nobody_is_asked_who_is_alone),
        cmocka_unit_test(test_a_name_is_typed),
        cmocka_unit_test(test_a_name_that_is_there_is_that_person),
        cmocka_unit_test(test_names_end_somewhere_and_need_no_keyboard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
