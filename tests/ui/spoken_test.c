// Somebody presses keys at random through every page that asks something: whatever is said aloud is in the lists from which
// clips are made, everything in the list of the screens is said, and what is said is shown whole.
#include "support/shipped_library.h"
#include "ui/question.h"
#include "ui/seat.h"
#include "ui/spoken.h"
#include "ui/state.h"

enum { PEOPLE = 100, STEPS = 500, FIRST_DAY = 20000, SAID_MAX = 512 };
static const int64_t DAY_MS = 86400000;

static const char *listed[SAID_MAX];
static bool was_said[SAID_MAX];
static int listed_count;

static void note(void *context, const char *sentence) {
    (void)context;
    assert_true(listed_count < SAID_MAX);
    listed[listed_count++] = sentence;
}

static int read_all(void **state) {
    ui_spoken(note, NULL);
    coach_spoken(note, NULL);
    return shipped_set_up(state);
}

typedef struct {
    Seat seat;
    WindowSize size;
    Arena sessions;
    uint64_t seed;
} Walk;

// SplitMix64 (Steele, Lea, Flood 2014).
static int draw(Walk *walk, int below) {
    uint64_t z = (walk->seed += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (int)((z ^ (z >> 31)) % (uint64_t)below);
}

static void note_said(const char *sentence) {
    for (int i = 0; i < listed_count; i++) {
        if (strcmp(listed[i], sentence) != 0) continue;
        was_said[i] = true;
        return;
    }
    fail_msg("has no clip: %s", sentence);
}

// A line that was cut ends with these dots; they also stand where a person fills in what it is.
static void assert_nothing_cut(const Walk *walk, const char *said) {
    static const char dots[] = "…";
    for (int i = 0; i < walk->seat.out.list.ops.count; i++) {
        const char *text = walk->seat.out.list.ops.items[i].text;
        size_t length = text ? strlen(text) : 0, tail = strlen(dots);
        if (length < tail || strcmp(text + length - tail, dots) != 0) continue;
        fail_msg("%s: cut at %d x %d: %s", said, walk->size.width, walk->size.height, text);
    }
}

// What a session says besides has its own list (session/texts.h).
static void take_step(Walk *walk, const char *key, double elapsed_ms) {
    Seat *seat = &walk->seat;
    Key pressed = {.name = key};
    UiInput input = {.keys = &pressed, .key_count = key != NULL, .elapsed_ms = elapsed_ms, .width = walk->size.width,
                     .height = walk->size.height, .has_sound = true, .now = seat->now, .measure = fixture_measure,
                     .sheets = fixture_sheets};
    seat->now.at_ms += (int64_t)elapsed_ms + 1000;
    arena_reset(&seat->frame);
    seat->out = ui_step(seat->ui, &input, &seat->frame);
    if (ui_screen(seat->ui) != SCREEN_ASK) return;
    for (int i = 0; seat->out.remarks[i]; i++) note_said(seat->out.remarks[i]);
    if (seat->out.remarks[0]) assert_nothing_cut(walk, seat->out.remarks[0]);
}

static void play(Walk *walk, const PlayWish *wish) {
    Session *session = arena_new(&walk->sessions, Session, 1);
    SessionOptions how = {.library = &library, .level = wish->is_coached ? wish->level : wish->routine->level};
    Error error;
    if (session_compile(&walk->sessions, wish->routine, &how, session, &error)) ui_play(walk->seat.ui, session, 0);
}

static const char *key_for(Walk *walk, ScreenKind screen) {
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"};
    static const char *const anything[] = {"Return", "Right", "Down", "Left", "Up", "Y", "S", "Escape", "Return", "Return"};
    int luck = draw(walk, 20);
    if (screen == SCREEN_PLAY) return luck < 3 ? "X" : luck < 5 ? "Escape" : NULL;
    if (screen != SCREEN_ASK) return luck < 8 ? "Return" : anything[draw(walk, 5)];
    if (luck < 8) return "N";
    return luck < 14 ? numbers[draw(walk, luck < 12 ? 4 : 10)] : anything[draw(walk, 10)];
}

// What the program writes besides: a session that was played to its end.
static void note_end(Walk *walk) {
    Seat *seat = &walk->seat;
    const Entry *last = diary_newest(&seat->diary, ENTRY_SESSION_END);
    if (last && last->moment.at_ms + DAY_MS / 24 > seat->now.at_ms) return;
    write_down(seat, &(Entry){.kind = ENTRY_SESSION_END, .group = seat->now.at_ms, .outcome = OUTCOME_DONE, .moment = seat->now});
}

// Days pass between the pages, sessions run to their end, and timers to theirs.
static void live_on(Walk *walk) {
    Seat *seat = &walk->seat;
    ScreenKind screen = ui_screen(seat->ui);
    double elapsed_ms = draw(walk, 6) ? 100 : 9000;
    if (screen == SCREEN_HOME && !draw(walk, 12)) {
        int day = seat->now.day + (draw(walk, 3) ? 1 : 8);
        seat->now = (Moment){.at_ms = day * DAY_MS + DAY_MS / 3, .day = day};
    }
    if (screen == SCREEN_PLAY && !draw(walk, 8)) {
        Playhead *playhead = ui_playhead(seat->ui);
        playhead_seek(playhead, (double)playhead->session->length_ms * (1 + draw(walk, 9)) / 10);
        playhead_resume(playhead);
        elapsed_ms = 60000;
    }
    if (screen == SCREEN_FINISH) note_end(walk);
    take_step(walk, key_for(walk, screen), elapsed_ms);
    if (seat->out.play.routine) play(walk, &seat->out.play);
}

static void walk_through(int person) {
    static const WindowSize sizes[] = {{1280, 720}, {1080, 1920}, {1024, 768}, {1920, 1080}};
    static const char *const names[] = {"Ann", "Ben"};
    Walk walk = {.seed = (uint64_t)person, .size = sizes[person % 4]};
    Seat *seat = &walk.seat;
    seat->library = library;
    seat->now = (Moment){.at_ms = FIRST_DAY * DAY_MS + DAY_MS / 3, .day = FIRST_DAY};
    UiOptions options = {.library = &library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1,
                         .go_on_at = person % 3 ? NULL : "Clam, left side"};
    if (person % 3 == 1) options.people = (NameList){names, 2}, options.person = names[0], options.asks_who = true;
    if (person % 2) write_down(seat, &(Entry){.kind = ENTRY_TASK, .text = "Tie my shoes", .moment = seat->now});
    seat->ui = ui_make(&seat->arena, &options);
    for (int i = 0; i < STEPS && !seat->out.person; i++) live_on(&walk); // for another person everything begins anew
    get_up(seat);
    arena_free(&walk.sessions);
}

static void test_all_that_is_said_has_a_clip_and_is_shown(void **state) {
    (void)state;
    for (int person = 0; person < PEOPLE; person++) walk_through(person);
    for (int i = 0; i < SAY_COUNT; i++)
        if (!was_said[i]) fail_msg("nobody says: %s", listed[i]);
    int said = 0;
    for (int i = 0; i < listed_count; i++) said += was_said[i];
    print_message("%d of %d sentences were said\n", said, listed_count);
}

// ---- single pages ----

static void sit_down(Seat *seat, const Settings *settings) {
    *seat = (Seat){.now = {.at_ms = FIRST_DAY * DAY_MS, .day = FIRST_DAY}};
    UiOptions options = {.library = &library, .diary = &seat->diary, .write = write_down, .diary_owner = seat, .tempo = 1,
                         .settings = settings};
    seat->ui = ui_make(&seat->arena, &options);
    press(seat, NULL);
    press(seat, "Return"); // Beginner: the safety screen
}

static void test_a_tier_is_said_whole(void **state) {
    (void)state;
    Seat seat;
    sit_down(&seat, NULL);
    assert_string_equal(seat.out.remarks[0], screen_questions[0].text);
    assert_null(seat.out.remarks[1]);
    for (int i = 1; i < 13; i++) press(&seat, "N");
    press(&seat, "Y"); // question 13, of tier 3
    assert_true(seat.out.sound_changed);
    assert_string_equal(seat.out.remarks[0], screen_tier_text(3));
    assert_string_equal(seat.out.remarks[1], screen_questions[12].advice);
    assert_null(seat.out.remarks[2]);
    get_up(&seat);
}

static void test_with_quiet_talk_nothing_is_said(void **state) {
    (void)state;
    Seat seat;
    Settings settings = settings_default();
    settings.talk = TALK_QUIET;
    sit_down(&seat, &settings);
    assert_true(shows(&seat, "question 1 of 20"));
    assert_null(seat.out.remarks[0]);
    assert_true(seat.out.sound_changed); // what sounded before is cut off all the same
    press(&seat, "N");
    assert_null(seat.out.remarks[0]);
    get_up(&seat);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_that_is_said_has_a_clip_and_is_shown),
        cmocka_unit_test(test_a_tier_is_said_whole),
        cmocka_unit_test(test_with_quiet_talk_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, read_all, shipped_tear_down);
}
