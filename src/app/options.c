#include "app/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char options_help[] =
    "Limber leads you through exercises for a sore lower back, on the screen and by voice.\n"
    "\n"
    "  limber                       today's session, plans, progress, and everything else\n"
    "  limber today                 straight to today's session: three short questions where they are due, then it begins\n"
    "  limber play ROUTINE          play a routine, by its id or its file\n"
    "  limber dump ROUTINE          print the session it makes: every segment, every cue (--json)\n"
    "  limber check [FILE|FOLDER]   say what is wrong in moves, routines, ladders and plans (--json for editors)\n"
    "  limber new KIND NAME [FOLDER]  write the beginning of a routine, move, ladder or plan of your own\n"
    "  limber film ROUTINE OUT.mp4  write the session as a video with its sound (--fps --from --to);\n"
    "                               OUT.mp3, .opus, .ogg, .flac, .m4a or .wav: the sound alone\n"
    "  limber history               what was done and how it felt (--csv, --json)\n"
    "  limber history import FILE   take in what --csv or --json wrote, what is known already left out\n"
    "  limber people                who uses Limber here; people add NAME, choose NAME, rename NAME NEW,\n"
    "                               remove NAME\n"
    "  limber doctor                say what works here: display, sound, voice, pictures, folders\n"
    "\n"
    "  --level B1..B4 A1..A4        how much of everything\n"
    "  --minutes N                  at most so long: shorter rests, fewer rounds and sets, fewer exercises\n"
    "  --skip TAG[,TAG...]          other exercises in the place of those that do not suit you; the tags are below\n"
    "  --first-side left|right      begin with this side\n"
    "  --talk full|short|quiet      everything is said; name, side and counts; tones only\n"
    "  --from TIME                  begin there: 3m, 90s\n"
    "  --windowed, --size WxH       not full screen; how large\n"
    "  --speed X                    tempo, 0.5 to 1.5\n"
    "  --mute, --no-voice           no sound at all; tones but no speech\n"
    "  --voice NAME                 another voice: a folder of clips\n"
    "  --person NAME                who plays, where several people use Limber\n"
    "  --data DIR, --config DIR     your own moves and routines, and your history; your settings\n"
    "  --help, --version\n"
    "\n"
    "Tags: supine-pregnant prone-pregnant hip-replacement knee-kneel knee-bend wrist-load shoulder-load neck\n"
    "  spine-flexion spine-extension spine-twist nerve-leg clot-skin-bone balance floor-transfer bp-hold\n"
    "  abdominal side-lying (routines/README.md says who has them)\n"
    "\n"
    "For tests: --headless --frame-ms N --stop-after TIME --shots DIR --log-cues FILE --bake-scale S\n"
    "\n"
    "It must never be painful. Limber is no diagnosis.\n";

typedef enum {
    VALUE_NONE, VALUE_TEXT, VALUE_TIME, VALUE_SIZE, VALUE_LEVEL, VALUE_TALK, VALUE_SPEED, VALUE_COUNT, VALUE_SCALE,
    VALUE_MINUTES, VALUE_SKIP, VALUE_SIDE
} ValueKind;

// One row an option: what kind of value it takes and where that goes.
typedef struct {
    const char *name;
    ValueKind kind;
    size_t offset;
} Row;

static const Row rows[] = {
    {"help", VALUE_NONE, offsetof(Options, help)},
    {"version", VALUE_NONE, offsetof(Options, version)},
    {"json", VALUE_NONE, offsetof(Options, json)},
    {"csv", VALUE_NONE, offsetof(Options, csv)},
    {"windowed", VALUE_NONE, offsetof(Options, windowed)},
    {"mute", VALUE_NONE, offsetof(Options, mute)},
    {"no-voice", VALUE_NONE, offsetof(Options, no_voice)},
    {"headless", VALUE_NONE, offsetof(Options, headless)},
    {"voice", VALUE_TEXT, offsetof(Options, voice)},
    {"data", VALUE_TEXT, offsetof(Options, data)},
    {"config", VALUE_TEXT, offsetof(Options, config)},
    {"person", VALUE_TEXT, offsetof(Options, person)},
    {"shots", VALUE_TEXT, offsetof(Options, shots)},
    {"log-cues", VALUE_TEXT, offsetof(Options, log_cues)},
    {"from", VALUE_TIME, offsetof(Options, from_ms)},
    {"to", VALUE_TIME, offsetof(Options, to_ms)},
    {"stop-after", VALUE_TIME, offsetof(Options, stop_after_ms)},
    {"frame-ms", VALUE_COUNT, offsetof(Options, frame_ms)},
    {"fps", VALUE_COUNT, offsetof(Options, fps)},
    {"size", VALUE_SIZE, 0},
    {"level", VALUE_LEVEL, 0},
    {"talk", VALUE_TALK, 0},
    {"minutes", VALUE_MINUTES, 0},
    {"skip", VALUE_SKIP, 0},
    {"first-side", VALUE_SIDE, 0},
    {"speed", VALUE_SPEED, 0},
    {"bake-scale", VALUE_SCALE, 0},
};
enum { ROW_COUNT = sizeof rows / sizeof *rows, LONGEST_HOURS = 24, LONGEST_MINUTES = 180, SMALLEST_SIDE = 320, LARGEST_SIDE = 7680 };

static const struct {
    const char *name;
    int least, most; // arguments
} commands[COMMAND_COUNT] = {
    [COMMAND_HOME] = {"", 0, 0},       [COMMAND_PLAY] = {"play", 1, 1}, [COMMAND_CHECK] = {"check", 0, 10000},
    [COMMAND_DUMP] = {"dump", 1, 1},   [COMMAND_FILM] = {"film", 2, 2},
    [COMMAND_DOCTOR] = {"doctor", 0, 0}, [COMMAND_NEW] = {"new", 2, 3},
    [COMMAND_TODAY] = {"today", 0, 0}, [COMMAND_HISTORY] = {"history", 0, 2}, [COMMAND_PEOPLE] = {"people", 0, 3},
};

// "90s", "3m", "1m30s", "250ms", "2min"; plain numbers are seconds.
static bool read_time(const char *text, int64_t *ms) {
    static const struct {
        const char *name;
        double ms;
    } units[] = {{"ms", 1}, {"min", 60000}, {"m", 60000}, {"s", 1000}, {"h", 3600000}};
    double total = 0;
    const char *at = text;
    while (*at) {
        char *end;
        if (*at < '0' || *at > '9') return false;
        double number = strtod(at, &end), unit = 0;
        for (size_t i = 0; !unit && i < sizeof units / sizeof *units; i++) {
            size_t length = strlen(units[i].name);
            if (strncmp(end, units[i].name, length) == 0) unit = units[i].ms, end += length;
        }
        if (!unit && *end) return false;
        total += number * (unit ? unit : 1000);
        at = end;
    }
    *ms = (int64_t)(total + 0.5);
    return at != text && total <= LONGEST_HOURS * 3600000.0;
}

static bool read_level(const char *text, Options *options) {
    for (int level = 0; level < LEVEL_COUNT; level++) {
        if (strcmp(text, level_names[level]) != 0) continue;
        options->level = (Level)level;
        return options->has_level = true;
    }
    return false;
}

static bool read_talk(const char *text, Options *options) {
    for (int talk = 0; talk < TALK_COUNT; talk++) {
        if (strcmp(text, talk_names[talk]) != 0) continue;
        options->talk = (Talk)talk;
        return options->has_talk = true;
    }
    return false;
}

static bool read_size(const char *text, Options *options) {
    char rest;
    if (sscanf(text, "%dx%d%c", &options->width, &options->height, &rest) != 2) return false;
    return options->width >= SMALLEST_SIDE && options->width <= LARGEST_SIDE && options->height >= SMALLEST_SIDE / 2 &&
           options->height <= LARGEST_SIDE;
}

static bool read_number(const char *text, double least, double most, double *number) {
    char *end;
    *number = strtod(text, &end);
    return end != text && !*end && *number >= least && *number <= most;
}

// "knee-kneel,neck"; said more than once they add up.
static bool read_skip(const char *text, Options *options, Error *error) {
    while (true) {
        Text name = {text, (int)strcspn(text, ",")};
        SkipTags tag = fit_tag(name);
        const char *near = tag ? NULL : text_nearest(name, skip_tags, skip_tag_count);
        if (!tag && near) return error_set(error, "there is no tag '%.*s'; did you mean '%s'?", TEXT_ARGS(name), near);
        if (!tag) return error_set(error, "there is no tag '%.*s'; limber --help lists them", TEXT_ARGS(name));
        options->skip |= tag;
        if (!text[name.size]) return true;
        text += name.size + 1;
    }
}

static bool read_side(const char *text, Options *options) {
    options->has_first_side = strcmp(text, "left") == 0 || strcmp(text, "right") == 0;
    options->first_side = text[0] == 'l' ? LEFT : RIGHT;
    return options->has_first_side;
}

static bool read_value(const Row *row, const char *value, Options *options, Error *error) {
    void *place = (char *)options + row->offset;
    double number;
    switch (row->kind) {
    case VALUE_NONE: return *(bool *)place = true;
    case VALUE_TEXT: *(const char **)place = value; return true;
    case VALUE_TIME:
        return read_time(value, place) || error_set(error, "--%s takes a time such as 90s or 3m, not '%s'", row->name, value);
    case VALUE_COUNT:
        if (!read_number(value, 1, 10000, &number)) return error_set(error, "--%s takes a whole number from 1, not '%s'", row->name, value);
        *(int *)place = (int)number;
        return true;
    case VALUE_SIZE:
        return read_size(value, options) ||
               error_set(error, "--size takes a size such as 1280x720, from 320x160 to 7680x7680, not '%s'", value);
    case VALUE_LEVEL:
        return read_level(value, options) || error_set(error, "--level takes one of B1 B2 B3 B4 A1 A2 A3 A4, not '%s'", value);
    case VALUE_TALK:
        return read_talk(value, options) || error_set(error, "--talk takes full, 'full always', short or quiet, not '%s'", value);
    case VALUE_MINUTES:
        if (!read_number(value, 1, LONGEST_MINUTES, &number) || number != (int)number)
            return error_set(error, "--minutes takes a whole number from 1 to %d, not '%s'", LONGEST_MINUTES, value);
        options->minutes = (int)number;
        return true;
    case VALUE_SKIP: return read_skip(value, options, error);
    case VALUE_SIDE: return read_side(value, options) || error_set(error, "--first-side takes left or right, not '%s'", value);
    case VALUE_SCALE:
        return read_number(value, 0.1, 4, &options->bake_scale) ||
               error_set(error, "--bake-scale takes a number from 0.1 to 4, not '%s'", value);
    case VALUE_SPEED:
        return read_number(value, 0.5, 1.5, &options->speed) || error_set(error, "--speed takes a number from 0.5 to 1.5, not '%s'", value);
    }
    return false;
}

static void long_options(struct option *table) {
    for (int i = 0; i < ROW_COUNT; i++)
        table[i] = (struct option){rows[i].name, rows[i].kind == VALUE_NONE ? no_argument : required_argument, NULL, 0};
    table[ROW_COUNT] = (struct option){0};
}

// The first word that is not an option is the command.
static bool read_command(int argc, char **argv, Options *options, Error *error) {
    options->command = COMMAND_HOME;
    if (optind < argc) {
        const char *names[COMMAND_COUNT], *word = argv[optind++];
        int found = -1;
        for (int i = 0; i < COMMAND_COUNT; i++) {
            names[i] = commands[i].name;
            if (strcmp(word, names[i]) == 0) found = i;
        }
        const char *near = text_nearest(text_of(word), names, COMMAND_COUNT);
        if (found < 0 && near && *near) return error_set(error, "there is no command '%s'; did you mean '%s'?", word, near);
        if (found < 0) return error_set(error, "there is no command '%s'; limber --help lists them", word);
        options->command = (Command)found;
    }
    options->arguments = (const char *const *)argv + optind;
    options->argument_count = argc - optind;
    if (options->help || options->version) return true;
    const char *name = commands[options->command].name;
    if (options->argument_count < commands[options->command].least)
        return error_set(error, "limber %s needs %s; limber --help shows how", name,
                         options->command == COMMAND_FILM  ? "a routine and a file to write"
                         : options->command == COMMAND_NEW ? "a kind and a name, such as: limber new routine my-evening"
                                                           : "a routine");
    if (options->argument_count > commands[options->command].most)
        return error_set(error, "limber %s does not take '%s'; limber --help shows how", name,
                         options->arguments[commands[options->command].most]);
    return true;
}

bool options_read(int argc, char **argv, Options *options, Error *error) {
    *options = (Options){.speed = 1, .bake_scale = 1, .frame_ms = 33, .fps = 30, .stop_after_ms = -1, .to_ms = -1};
    struct option table[ROW_COUNT + 1];
    long_options(table);
    opterr = 0, optind = 1;
    for (int index, code; (code = getopt_long(argc, argv, ":", table, &index)) != -1;) {
        const char *word = argv[optind - 1];
        if (code == ':') return error_set(error, "%s needs a value; limber --help shows how", word);
        if (code == '?') return error_set(error, "there is no option '%s'; limber --help lists them", word);
        if (!read_value(&rows[index], optarg, options, error)) return false;
    }
    return read_command(argc, argv, options, error);
}
