// The three ways a session is run. Each returns the program's exit code.
#pragma once

#include "app/player.h"

// On the screen, in real time, with sound when there is a device. Without a routine it begins with
// choosing one.
int live_run(Arena *arena, const Options *options, const Folders *folders, Scripts *scripts,
             const Routine *routine);

// With a pretended clock, faster than real time: cue log, pictures of every segment. Prints one line:
// "played 312400 of 312400 ms, 61 segments, 148 cues".
int headless_run(Player *player);

// As a video with its sound, through the ffmpeg program.
int film_run(Player *player, const char *path);
