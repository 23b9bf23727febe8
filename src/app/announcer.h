// Joins session and sound: every cue the playhead passes is put on the mixer at its exact sample.
//
// Texts are asked for about 15 s ahead and set on the bus about 250 ms ahead, so that neither speaking nor a late
// picture delays a cue. It neither moves the playhead nor runs the mixer: a live program, a film and a
// test call announcer_step once a picture and differ only in who calls mixer_mix.
//
// Rules: one voice at a time. Names and set-ups matter most, then safety, sides and what the routine says, what to do
// and what is next, form, half way, counts. A cue that matters more cuts one that matters less, but a name or a set-up
// that has begun is never cut; else the later cue waits a moment, or is left out. Tones sound beside the voice.
#pragma once

#include "session/playhead.h"
#include "sound/speaker.h"
#include "sound/tone.h"

// A cue that was played at `played_ms` of session time, or left out (ANNOUNCER_LEFT_OUT). Every cue
// handed out by the playhead is logged exactly once, in the order in which they began.
#define ANNOUNCER_LEFT_OUT INT64_MIN
typedef void (*AnnouncerLog)(void *context, const Cue *cue, int64_t played_ms);

// An AnnouncerLog for `--log-cues`; the context is a FILE *. One line a cue, separated by tabs:
// planned ms, played ms ("-" when left out), kind, text.
void announcer_log_line(void *file, const Cue *cue, int64_t played_ms);

typedef struct Announcer Announcer;

// Lives in the arena. Without a speaker only tones sound, without a log nothing is told.
Announcer *announcer_make(Arena *arena, Speaker *speaker, AnnouncerLog log, void *log_context);

// Call once at the beginning and after every playhead_advance. `bus_now` is the sample that belongs to the
// playhead's position: audio_position, or the position of a mixer run by hand, which is then mixed by as much
// as the playhead advances before each step. Pauses the mixer while the playhead stands still.
// Without a mixer (NULL) cues are logged as planned.
void announcer_step(Announcer *announcer, Playhead *playhead, Mixer *mixer, int64_t bus_now);

// Says a sentence that is not part of the session as soon as it is ready, a device plays and nobody speaks a name; it lasts
// until then. While the playhead stands still it waits. Several are said one after another, with a moment between.
void announcer_remark(Announcer *announcer, const char *sentence);

// Instead of announcer_step where there is no playhead, as on a page that asks something: only remarks are said.
void announcer_idle(Announcer *announcer, Mixer *mixer);

// After every jump of the playhead: fades out what sounds and forgets what was planned, and the remarks.
void announcer_reset(Announcer *announcer, Mixer *mixer);

// The device is gone, or there is another: forgets what was planned. Remarks not begun wait for the next device.
void announcer_lose_sound(Announcer *announcer);

// Tells the log the rest and gives back every clip. At the end come announcer_end, audio_close and
// speaker_close, in this order.
void announcer_end(Announcer *announcer, Mixer *mixer);
