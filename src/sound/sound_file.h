// A sound file read in pieces: WAV, Ogg Vorbis, Opus, FLAC, MP3 in, floats at SOUND_RATE out.
//
// Knows nothing of what is played or when. A file that is no sound or is damaged gives a sentence, never a
// stop; every file is used from one thread at a time. libsndfile reads, MP3 libmpg123 (mp3.h), and libsamplerate
// changes the rate.
#pragma once

#include "base/error.h"
#include "sound/mixer.h"

enum {
    SOUND_FILE_CHANNELS = 8, // more are refused
    SOUND_FILE_RATE_MIN = 8000,
    SOUND_FILE_RATE_MAX = 192000,
};

typedef struct SoundFile SoundFile;

// What comes out has one or two channels; others are mixed into them. Never blocks on pipes and devices: only
// regular files are opened.
bool sound_file_open(const char *path, int channels, SoundFile **file, Error *error);
void sound_file_close(SoundFile *file); // NULL is fine

// At most `frames` frames of `channels` floats, -1..1; `got` is less only at the end of the sound. False when the
// file is damaged from here on; what came before it is in `out` all the same.
bool sound_file_read(SoundFile *file, float *out, int frames, int *got, Error *error);

// Goes to a moment of the sound, to read from there; false when the file does not allow it.
bool sound_file_seek(SoundFile *file, double at_s);

// Seconds as the file tells them, 0 when it does not; a damaged file may be shorter.
double sound_file_length_s(const SoundFile *file);

// The whole file as one clip, refused when longer than `longest_s`. Levels are as recorded (level.h makes clips
// equally loud). The caller owns it: free it with sound_file_free_clip.
bool sound_file_read_clip(const char *path, double longest_s, SoundClip *clip, Error *error);
void sound_file_free_clip(SoundClip *clip);
