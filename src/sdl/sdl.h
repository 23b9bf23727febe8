// The one door to SDL: a window that paints draw lists and gives keys, and an audio device that
// runs the mixer. Video and audio are opened apart, so that one may fail without the other.
#pragma once

#include "base/error.h"
#include "sdl/raster.h"
#include "sound/mixer.h"
#include "ui/ui.h"

// ---- painter.c: a draw list onto a raster, the same on every machine ----

typedef struct Painter Painter;

typedef struct {
    const char *font_folder;   // Inter's .otf files
    const char *sheet_folder;  // one folder a move
    bool wait_for_pictures;    // tests and shots: decode at once instead of on the loader thread
    const char *own_sheet_folder;   // looked into first, or NULL: a broken sheet there is as if it were not
    const char *cache_sheet_folder; // looked into last, or NULL
} PainterOptions;

// False when the fonts cannot be read.
bool painter_open(const PainterOptions *options, Painter **painter, Error *error);
void painter_close(Painter *painter);

enum { PAINTER_AREAS = 64 };

// Paints what differs from the last list at the same size. The changed areas, which do not overlap,
// are written to `dirty` (room for PAINTER_AREAS). The raster belongs to the painter and stays good
// until the next call; raster_picture copies it.
const Raster *painter_paint(Painter *painter, const DrawList *list, int width, int height, Area *dirty,
                            int *dirty_count);

// A sheet of the move has been made since it was asked for: it is looked for again.
void painter_look_again(Painter *painter, const char *move);

TextMeasure painter_measure(Painter *painter);
SheetMeasure painter_sheets(Painter *painter);

// True while a picture that the last list asked for is still being decoded (paint again soon).
bool painter_is_waiting(const Painter *painter);

// ---- window.c ----

typedef struct Window Window;

// False when there is no display (or it cannot be opened): the sentence says what is missing.
bool window_open(const char *title, int width, int height, bool fullscreen, Window **window, Error *error);
void window_close(Window *window);

// Waits up to `wait_ms` for something to happen, then collects keys and sizes into `input`
// (keys live until the next call).
void window_collect(Window *window, int wait_ms, UiInput *input);

// Shows the areas of the raster, and all of it when the window was uncovered or resized.
void window_show(Window *window, const Raster *raster, const Area *dirty, int dirty_count);
void window_set_fullscreen(Window *window, bool fullscreen);

// ---- audio.c ----

typedef struct Audio Audio;

// Opens the device and runs the mixer in its callback. False when there is none for now: the sentence says so,
// and audio_step looks for one. Once in a program: a device that was closed may still be on its way out.
bool audio_open(Audio **audio, Error *error);

typedef enum {
    AUDIO_NO_NEWS,
    AUDIO_GONE, // the device went away: no clip is read any more, and another device is looked for
    AUDIO_BACK  // there is one again, with an empty mixer
} AudioNews;

// Call once a picture: notices a device that was pulled out, whose server ended, or that asks for nothing any more.
AudioNews audio_step(Audio *audio, double elapsed_ms);

// False while there is no device, or it has not begun to play.
bool audio_plays(const Audio *audio);

// True from opening a device until it asks for blocks one after the other: with some servers and wireless loudspeakers two
// seconds. A session that waits for it loses no word.
bool audio_is_starting(const Audio *audio);

// Fades out, then never waits for a slow sound server: at most a third of a second. Once it returns, no
// clip is read any more.
void audio_close(Audio *audio);

// The mixer, locked against the callback until audio_unlock.
Mixer *audio_lock(Audio *audio);
void audio_unlock(Audio *audio);

// Best estimate of the session-bus sample that the mixer has reached now, between callbacks too. While the
// mixer is paused: what that would be if it went on now. Not between audio_lock and audio_unlock.
int64_t audio_position(Audio *audio);

// Shows every block of stereo frames that was mixed to a listener, on the audio thread: for recordings and
// benches. `position` is the bus at the first frame, `time_s` when the device asked (SDL's performance counter).
typedef void (*AudioTap)(void *context, const float *stereo, int frames, int64_t position, double time_s);
void audio_tap(Audio *audio, AudioTap tap, void *context);

// ---- microphone.c ----

typedef struct Microphone Microphone;

// Listens to the default microphone at `rate` samples a second, one channel. False with a sentence when there is none.
bool microphone_open(int rate, Microphone **microphone, Error *error);
void microphone_close(Microphone *microphone);

// What came since the last call, at most `room` samples; returns how many. Never waits.
int microphone_read(Microphone *microphone, int16_t *samples, int room);

// True once it was pulled out.
bool microphone_is_gone(const Microphone *microphone);
