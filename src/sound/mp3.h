// MP3 in pieces, straight from libmpg123: odd files are read without a word.
//
// libsndfile reads MP3 too, through the same library, but cannot tell it to keep its notes about odd files to itself
// (libsndfile issue 958): they would stand in the terminal in the middle of a session, and name no file. Only for
// sound_file.c, which says what a person needs to know.
#pragma once

#include <stdbool.h>
#include <stdint.h>

typedef struct Mp3 Mp3;

typedef struct {
    int channels, samplerate;
    int64_t frames; // as the file tells them, or near; 0 when nothing is known
} Mp3Info;

// Whether a file begins like an MP3, with or without a tag; leaves the descriptor at its beginning.
bool mp3_begins(int descriptor);

// NULL with a reason when there is no music in it. The descriptor is closed with it, also when this fails.
Mp3 *mp3_open(int descriptor, Mp3Info *info, const char **reason);
void mp3_close(Mp3 *mp3); // NULL is fine

// At most `frames` frames of floats, which may go beyond -1..1; less only at the end, or when `*reason` says what is wrong.
int mp3_read(Mp3 *mp3, float *out, int frames, const char **reason);

bool mp3_seek(Mp3 *mp3, int64_t frame);
