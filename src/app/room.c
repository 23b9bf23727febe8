#include "app/room.h"

#include "app/ears.h"
#include "app/other_players.h"

#include <stdlib.h>

enum { KEYS_MAX = 64 };

struct Room {
    OtherPlayers *others; // NULL until they are to pause
    bool others_pause;
    Ears *ears;           // NULL while nobody listens
    bool cannot_hear;     // and was told so; until the setting is off again
    Key keys[KEYS_MAX];
};

Room *room_enter(void) {
    Room *room = calloc(1, sizeof *room);
    if (!room) abort();
    return room;
}

void room_leave(Room *room) {
    other_players_close(room->others);
    ears_close(room->ears);
    free(room);
}

// They stay paused through Limber's own pauses, for what begins to play then would only startle.
static void look_after_others(Room *room, const Ui *ui) {
    bool pause = ui_settings(ui)->pause_players && ui_screen(ui) == SCREEN_PLAY;
    if (pause == room->others_pause) return;
    room->others_pause = pause;
    if (!room->others) room->others = other_players_open();
    if (pause) other_players_pause(room->others);
    else other_players_go_on(room->others);
}

static void stop_hearing(Room *room, Player *player, const Error *why) {
    ears_close(room->ears);
    room->ears = NULL;
    room->cannot_hear = true;
    player_notify(player, text_copy(player->arena, text_of(why->sentence)));
}

static void look_after_ears(Room *room, Player *player) {
    Error error;
    bool wanted = ui_settings(player->ui)->voice_commands;
    if (!wanted) {
        ears_close(room->ears);
        room->ears = NULL;
        room->cannot_hear = false;
    } else if (!room->ears && !room->cannot_hear) {
        if (!ears_open(&room->ears, &error)) stop_hearing(room, player, &error);
    } else if (room->ears && ears_have_failed(room->ears, &error)) {
        stop_hearing(room, player, &error);
    }
}

static void add_heard(Room *room, bool speaks, UiInput *input) {
    Key heard[EARS_KEYS];
    int heard_count = ears_step(room->ears, speaks, heard), count = 0;
    for (int i = 0; i < input->key_count && count < KEYS_MAX; i++) room->keys[count++] = input->keys[i];
    for (int i = 0; i < heard_count && count < KEYS_MAX; i++) room->keys[count++] = heard[i];
    input->keys = room->keys;
    input->key_count = count;
}

void room_step(Room *room, Player *player, bool speaks, UiInput *input) {
    look_after_others(room, player->ui);
    look_after_ears(room, player);
    if (room->ears) add_heard(room, speaks, input);
}

bool room_hears_voice(const Room *room) {
    return room->ears && ears_hear_voice(room->ears);
}
