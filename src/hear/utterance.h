// Cuts short utterances out of what a microphone gives: a voice begins, goes on for a moment, and ends.
//
// By loudness against the quiet of the room, which is followed slowly. What goes on for too long is talk or music,
// no command, and is left out; so is all that comes while the ear is closed. Plain arithmetic, no device.
#pragma once

#include "hear/recogniser.h"

enum {
    UTTERANCE_FRAME = HEAR_RATE / 100,        // samples that are judged at a time
    UTTERANCE_MAX = HEAR_RATE * 2,            // samples of the longest one
    UTTERANCE_BEFORE = HEAR_RATE / 4,         // samples kept from before the voice rose
};

typedef struct {
    int16_t kept[UTTERANCE_MAX]; // the utterance, or the last moments before one
    int kept_count;
    int16_t frame[UTTERANCE_FRAME];
    int frame_count;
    double quiet_db;   // of the room
    int loud_frames;   // in a row, or since the voice began
    int quiet_frames;  // in a row
    bool is_voice;     // one has begun
    bool is_too_long;
    double last_sample;
} Utterance;

void utterance_start(Utterance *utterance);

// Takes samples until an utterance is complete or all are taken; returns how many were. A complete one has *done set,
// and lies in kept[0..kept_count) until the next call.
int utterance_take(Utterance *utterance, const int16_t *samples, int count, bool *done);

// Forgets what was begun: what comes now is not meant.
void utterance_forget(Utterance *utterance);
