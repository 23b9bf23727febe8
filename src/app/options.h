// The command line: one command, its arguments, and options that mean the same everywhere.
#pragma once

#include "base/error.h"
#include "session/fit.h"
#include "settings/settings.h"

typedef enum {
    COMMAND_HOME, COMMAND_PLAY, COMMAND_CHECK, COMMAND_DUMP, COMMAND_FILM, COMMAND_DOCTOR, COMMAND_NEW,
    COMMAND_HISTORY, COMMAND_PEOPLE, COMMAND_TODAY, COMMAND_COUNT
} Command;

typedef struct {
    Command command;
    const char *const *arguments; // what follows the command, options removed
    int argument_count;

    bool help, version, json, csv;
    bool windowed, mute, no_voice;
    bool has_level;
    Level level;
    int minutes;            // 0: as long as it is
    SkipTags skip;
    bool has_first_side;
    Side first_side;
    bool has_talk;
    Talk talk;
    int width, height;      // 0: not given
    int fps;                // film
    double speed;           // tempo, 0.5 to 1.5
    int64_t from_ms, to_ms; // to_ms -1: to the end
    const char *voice;      // a voice by name or folder, or NULL
    const char *data, *config; // folders, or NULL
    const char *person;     // who plays, or NULL

    // For tests: a pretended clock, faster than real time.
    bool headless;
    int frame_ms;
    int64_t stop_after_ms; // -1: at the end
    const char *shots;     // folder for PNG pictures, or NULL
    const char *log_cues;  // file, or NULL
    double bake_scale;     // of the sheets of own moves
} Options;

// Reads the command line. False with a sentence when it is not understood (exit code 2).
bool options_read(int argc, char **argv, Options *options, Error *error);

// What --help prints.
extern const char options_help[];
