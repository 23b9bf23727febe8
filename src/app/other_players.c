#include "app/other_players.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <systemd/sd-bus.h>
#include <time.h>

#define PREFIX "org.mpris.MediaPlayer2."
#define PATH "/org/mpris/MediaPlayer2"
#define INTERFACE "org.mpris.MediaPlayer2.Player"

enum { PLAYERS_MAX = 16, ANSWER_US = 1000000, CLOSE_WAIT_MS = 500 };

struct OtherPlayers {
    pthread_mutex_t lock; // the next five
    pthread_cond_t changed;
    bool want_paused;
    bool closing, closed;
    bool abandoned; // closed before the thread was done: it then frees this itself
    bool are_paused;               // the rest: of the thread
    sd_bus *bus;
    char *paused[PLAYERS_MAX]; // bus names
    int paused_count;
};

static bool has_status(sd_bus *bus, const char *name, const char *status) {
    char *is = NULL;
    int result = sd_bus_get_property_string(bus, name, PATH, INTERFACE, "PlaybackStatus", NULL, &is);
    bool same = result >= 0 && strcmp(is, status) == 0;
    free(is);
    return same;
}

static bool call(sd_bus *bus, const char *name, const char *method) {
    return sd_bus_call_method(bus, name, PATH, INTERFACE, method, NULL, NULL, "") >= 0;
}

static void pause_one(OtherPlayers *players, const char *name) {
    if (strncmp(name, PREFIX, strlen(PREFIX)) != 0 || players->paused_count == PLAYERS_MAX) return;
    if (!has_status(players->bus, name, "Playing") || !call(players->bus, name, "Pause")) return;
    char *kept = strdup(name);
    if (kept) players->paused[players->paused_count++] = kept;
}

static void pause_all(OtherPlayers *players) {
    char **names = NULL;
    if (!players->bus || sd_bus_list_names(players->bus, &names, NULL) < 0) return;
    for (char **name = names; name && *name; name++) {
        pause_one(players, *name);
        free(*name);
    }
    free(names);
}

static void let_all_go_on(OtherPlayers *players) {
    for (int i = 0; i < players->paused_count; i++) {
        if (has_status(players->bus, players->paused[i], "Paused")) call(players->bus, players->paused[i], "Play");
        free(players->paused[i]);
    }
    players->paused_count = 0;
}

static void open_bus(OtherPlayers *players) {
    if (sd_bus_open_user(&players->bus) < 0) players->bus = NULL;
    else sd_bus_set_method_call_timeout(players->bus, ANSWER_US);
}

static void follow_wish(OtherPlayers *players, bool want_paused) {
    if (!players->bus) open_bus(players);
    if (want_paused) pause_all(players);
    else let_all_go_on(players);
    players->are_paused = want_paused;
}

static void free_players(OtherPlayers *players) {
    pthread_cond_destroy(&players->changed);
    pthread_mutex_destroy(&players->lock);
    free(players);
}

// Called with the lock held, which is given up while programs are asked.
static void work_until_closing(OtherPlayers *players) {
    for (;;) {
        bool want_paused = players->want_paused && !players->closing;
        if (want_paused != players->are_paused) {
            pthread_mutex_unlock(&players->lock);
            follow_wish(players, want_paused);
            pthread_mutex_lock(&players->lock);
        } else if (players->closing) {
            return;
        } else {
            pthread_cond_wait(&players->changed, &players->lock);
        }
    }
}

static void *work(void *context) {
    OtherPlayers *players = context;
    pthread_mutex_lock(&players->lock);
    work_until_closing(players);
    sd_bus_flush_close_unref(players->bus);
    players->closed = true;
    bool abandoned = players->abandoned;
    pthread_cond_signal(&players->changed);
    pthread_mutex_unlock(&players->lock);
    if (abandoned) free_players(players);
    return NULL;
}

OtherPlayers *other_players_open(void) {
    OtherPlayers *players = calloc(1, sizeof *players);
    if (!players) abort();
    pthread_mutex_init(&players->lock, NULL);
    pthread_condattr_t attributes; // waits by the clock that nobody sets
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&players->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, players) == 0) {
        pthread_detach(thread);
        return players;
    }
    free_players(players);
    return NULL;
}

static void wish(OtherPlayers *players, bool paused) {
    if (!players) return;
    pthread_mutex_lock(&players->lock);
    players->want_paused = paused;
    pthread_cond_signal(&players->changed);
    pthread_mutex_unlock(&players->lock);
}

void other_players_pause(OtherPlayers *players) {
    wish(players, true);
}

void other_players_go_on(OtherPlayers *players) {
    wish(players, false);
}

static struct timespec deadline(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    at.tv_nsec += CLOSE_WAIT_MS * 1000000L;
    if (at.tv_nsec >= 1000000000L) at.tv_sec++, at.tv_nsec -= 1000000000L;
    return at;
}

void other_players_close(OtherPlayers *players) {
    if (!players) return;
    struct timespec latest = deadline();
    pthread_mutex_lock(&players->lock);
    players->closing = true;
    pthread_cond_signal(&players->changed);
    while (!players->closed && pthread_cond_timedwait(&players->changed, &players->lock, &latest) != ETIMEDOUT) {}
    bool closed = players->closed;
    players->abandoned = !closed;
    pthread_mutex_unlock(&players->lock);
    if (closed) free_players(players);
}
