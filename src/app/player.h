// One run of the program: the screens, the painter and the voice around one session at a time.
//
// Live play, headless runs and films differ only in who lets time pass and where picture and sound
// go; everything in between is here.
#pragma once

#include "app/announcer.h"
#include "app/bakery.h"
#include "app/fit_text.h"
#include "app/keep.h"
#include "app/record.h"
#include "app/scripts.h"
#include "app/soundtrack.h"
#include "app/voices.h"
#include "app/watch.h"
#include "sdl/sdl.h"

#include <stdio.h>

typedef struct {
    const Options *options;
    const Folders *folders;
    Scripts *scripts;
    Watch *watch;          // of the scripts; NULL where nothing is read again
    double look_in_ms;     // until the next look
    Arena *arena;          // of the program
    Keep keep;
    Record record;
    Arena session_arena;   // of the session being played
    Arena spare_arena;     // of the same when it is worked out anew
    Arena frame_arena;
    const Routine *routine;
    PlayWish wish;         // what the session was begun by; its level and fit are always set
    ChangeList changes;    // asked for in it
    Place place;           // of a session that was cut off
    bool offers_place;     // to go on there
    Session *session;      // in its arena
    bool has_session;
    bool sound_is_old;     // what is planned is of the session as it was before
    LIST(const Move *) done; // in this session; in its arena
    Ui *ui;
    Painter *painter;
    Coach *coach;          // every clip of the voice
    Speaker *speaker;
    Announcer *announcer;
    Soundtrack *soundtrack; // NULL when all is mute
    Bakery *bakery;
    FILE *cue_log;         // NULL for none
} Player;

typedef struct {
    const Routine *routine;  // NULL: begin by choosing one
    bool wait;               // pictures and speech are made at once, not on their threads
    const char *notice;      // shown at the beginning, or NULL
    Moment now;
} PlayerStart;

// Whether it opens or not, player_close gives back what there is.
bool player_open(Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
                 const PlayerStart *start, Player *player, Error *error);
void player_close(Player *player);

// The sound device went away or came back: what was planned for the old mixer is planned anew.
void player_sound_changed(Player *player);

// The session as it is with other settings or scripts goes on in the same place; what was done in it stays done. False with
// a sentence when there is no such session; then the old one goes on.
bool player_work_out_anew(Player *player, Error *error);

// Tells the screens of a library that was read again; `chosen` was chosen before.
void player_library_changed(Player *player, const Routine *chosen);

// Ends what sounds and completes the cue log; before the audio device is closed.
void player_end_sound(Player *player, Mixer *mixer);

// One step: keys and time go in, the picture comes out. The draw list is good until the next step.
UiOutput player_step(Player *player, const UiInput *input);

// After each step: cues go to the mixer, whose session bus is at sample `bus_now`. `mixer` may be
// NULL: then there is no sound.
void player_announce(Player *player, const UiOutput *output, Mixer *mixer, int64_t bus_now);

// Tells one sentence on standard error and on screen; it must last as long as the program. NULL is nothing to tell.
void player_notify(Player *player, const char *sentence);

// Fills in what the screens ask the painter about.
UiInput player_input(Player *player, int width, int height);
