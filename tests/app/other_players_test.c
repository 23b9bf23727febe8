#include "app/other_players.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <systemd/sd-bus.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

// A player of the desktop on a bus of the test's own.
typedef struct {
    const char *name;
    sd_bus *bus;
    pthread_t thread;
    atomic_int plays;    // 1 while it plays
    atomic_int commands; // how often it was told something
    atomic_int hangs;    // answers nothing
    atomic_int ends;
} Fake;

static pid_t bus_daemon;

static void sleep_ms(int ms) {
    nanosleep(&(struct timespec){.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L}, NULL);
}

static int get_status(sd_bus *bus, const char *path, const char *interface, const char *property, sd_bus_message *reply,
                      void *context, sd_bus_error *error) {
    (void)bus, (void)path, (void)interface, (void)property, (void)error;
    Fake *fake = context;
    return sd_bus_message_append(reply, "s", fake->plays ? "Playing" : "Paused");
}

static int obey(sd_bus_message *message, void *context, sd_bus_error *error) {
    (void)error;
    Fake *fake = context;
    fake->plays = strcmp(sd_bus_message_get_member(message), "Play") == 0;
    fake->commands++;
    return sd_bus_reply_method_return(message, "");
}

static const sd_bus_vtable interface[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("PlaybackStatus", "s", get_status, 0, 0),
    SD_BUS_METHOD("Play", "", "", obey, 0),
    SD_BUS_METHOD("Pause", "", "", obey, 0),
    SD_BUS_VTABLE_END,
};

static void *serve(void *context) {
    Fake *fake = context;
    while (!fake->ends) {
        if (fake->hangs) sleep_ms(10);
        else if (sd_bus_process(fake->bus, NULL) <= 0) sd_bus_wait(fake->bus, 10000);
    }
    return NULL;
}

static void fake_start(Fake *fake, const char *name, bool plays) {
    *fake = (Fake){.name = name, .plays = plays};
    assert_true(sd_bus_open_user(&fake->bus) >= 0);
    assert_true(sd_bus_add_object_vtable(fake->bus, NULL, "/org/mpris/MediaPlayer2", "org.mpris.MediaPlayer2.Player",
                                         interface, fake) >= 0);
    assert_true(sd_bus_request_name(fake->bus, name, 0) >= 0);
    assert_int_equal(pthread_create(&fake->thread, NULL, serve, fake), 0);
}

static void fake_end(Fake *fake) {
    fake->ends = 1;
    pthread_join(fake->thread, NULL);
    sd_bus_flush_close_unref(fake->bus);
}

static void await(const atomic_int *value, int wanted) {
    for (int i = 0; i < 500 && *value != wanted; i++) sleep_ms(10);
    assert_int_equal(*value, wanted);
}

// Its own address goes into the environment, where the library looks for it.
static int start_bus(void **state) {
    (void)state;
    int ends[2];
    if (pipe(ends) != 0) return -1;
    bus_daemon = fork();
    if (bus_daemon == 0) {
        dup2(ends[1], STDOUT_FILENO);
        execlp("dbus-daemon", "dbus-daemon", "--session", "--nofork", "--print-address", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    char address[512] = "";
    FILE *said = fdopen(ends[0], "r");
    bool told = said && fgets(address, sizeof address, said);
    if (said) fclose(said);
    address[strcspn(address, "\n")] = '\0';
    setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
    return told ? 0 : -1;
}

static int end_bus(void **state) {
    (void)state;
    kill(bus_daemon, SIGTERM);
    waitpid(bus_daemon, NULL, 0);
    return 0;
}

static void test_only_what_plays_is_paused_and_goes_on_afterwards(void **state) {
    (void)state;
    Fake radio, film, stranger;
    fake_start(&radio, "org.mpris.MediaPlayer2.radio", true);
    fake_start(&film, "org.mpris.MediaPlayer2.film", false);
    fake_start(&stranger, "org.example.Stranger", true);
    OtherPlayers *players = other_players_open();
    other_players_pause(players);
    await(&radio.plays, 0);
    other_players_pause(players);
    other_players_go_on(players);
    await(&radio.plays, 1);
    other_players_close(players);
    assert_int_equal(radio.commands, 2);
    assert_int_equal(film.commands, 0);
    assert_int_equal(stranger.commands, 0);
    fake_end(&radio), fake_end(&film), fake_end(&stranger);
}

// A radio that plays, and is paused.
static OtherPlayers *pause_radio(Fake *radio) {
    fake_start(radio, "org.mpris.MediaPlayer2.radio", true);
    OtherPlayers *players = other_players_open();
    other_players_pause(players);
    await(&radio->plays, 0);
    return players;
}

static void test_leaving_lets_them_go_on(void **state) {
    (void)state;
    Fake radio;
    OtherPlayers *players = pause_radio(&radio);
    other_players_close(players);
    assert_int_equal(radio.plays, 1);
    fake_end(&radio);
}

static void test_what_somebody_started_again_is_left_alone(void **state) {
    (void)state;
    Fake radio;
    OtherPlayers *players = pause_radio(&radio);
    radio.plays = 1;
    other_players_close(players);
    assert_int_equal(radio.commands, 1);
    fake_end(&radio);
}

static void test_one_that_hangs_is_not_waited_for(void **state) {
    (void)state;
    Fake radio;
    fake_start(&radio, "org.mpris.MediaPlayer2.radio", true);
    radio.hangs = 1;
    OtherPlayers *players = other_players_open();
    other_players_pause(players);
    sleep_ms(100);
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    other_players_close(players);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_true(after.tv_sec - before.tv_sec <= 1);
    sleep_ms(1500); // its own time limit ends the thread, which gives back what it has
    fake_end(&radio);
}

static void test_without_a_bus_nothing_happens(void **state) {
    (void)state;
    char *address = strdup(getenv("DBUS_SESSION_BUS_ADDRESS"));
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", 1);
    OtherPlayers *players = other_players_open();
    assert_non_null(players);
    other_players_pause(players);
    other_players_close(players);
    setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
    free(address);
    other_players_pause(NULL);
    other_players_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_what_plays_is_paused_and_goes_on_afterwards),
        cmocka_unit_test(test_leaving_lets_them_go_on),
        cmocka_unit_test(test_what_somebody_started_again_is_left_alone),
        cmocka_unit_test(test_one_that_hangs_is_not_waited_for),
        cmocka_unit_test(test_without_a_bus_nothing_happens),
    };
    return cmocka_run_group_tests(tests, start_bus, end_bus);
}
