// What a person chose: one table, one plain struct, and one text file that a person can read and change.
//
// A value from the file is as good as one from the screen; what is not understood keeps its default and is told. Nothing
// here draws, plays or asks where the file is.
#pragma once

#include "base/error.h"
#include "base/text.h"

typedef enum { TALK_FULL, TALK_FULL_ALWAYS, TALK_SHORT, TALK_QUIET, TALK_COUNT } Talk;
typedef enum { MUSIC_OFF, MUSIC_BED, MUSIC_OWN, MUSIC_COUNT } MusicKind;

enum { SETTING_TEXT_SIZE = 512 }; // bytes of a name or path, with its end

// Every member but the texts is an int, so that a row of the table can point at it; a switch is 0 or 1.
typedef struct {
    int talk;           // Talk
    int captions, muscle_light;
    int voice_percent, tone_percent, music_percent;
    char voice[SETTING_TEXT_SIZE];        // name of a voice; empty: Limber's own
    int music;          // MusicKind
    char music_folder[SETTING_TEXT_SIZE]; // of MUSIC_OWN; empty: the folder `music` beside one's own routines
    int pause_players;  // of the desktop, while a session runs
    int voice_commands; // a person can say "pause", "next" ...
    int pacing_tones, breathing_sounds;
    int dark;           // the screens
    int speak_focus;    // what gets the focus is said
    int sound_delay_ms; // how much later sound is heard than it is given out; negative: the picture comes later
} Settings;

typedef enum { SETTING_SWITCH, SETTING_CHOICE, SETTING_NUMBER, SETTING_NAME } SettingKind;

typedef struct {
    const char *id;    // in the file
    const char *words; // for a person
    const char *help;  // one sentence
    SettingKind kind;
    size_t offset;     // into Settings
    int normal;        // the default: of a switch, a choice (its index) or a number; names are empty
    int least, most, step;
    const char *unit;            // of a number
    const char *const *values;   // of a choice, as the file has them; ended by NULL
    const char *const *shown;    // the same for a person
    const char *when_empty;      // of a name: what a person reads then
} SettingRow;

extern const SettingRow setting_rows[];
extern const int setting_count;
extern const char *const talk_names[TALK_COUNT + 1];

Settings settings_default(void);

// By id; NULL when there is none.
const SettingRow *setting_row(Text id);

// The value of a row that is no name.
int setting_value(const SettingRow *row, const Settings *settings);
// The text of a row that is a name.
const char *setting_name(const SettingRow *row, const Settings *settings);
void setting_set_name(const SettingRow *row, Settings *settings, const char *name);

// One step up or down: a switch turns, a choice goes round, a number stays within its limits.
void setting_step(const SettingRow *row, Settings *settings, int by);

// "On", "80 %", "Short"; in the arena.
const char *setting_shown(Arena *arena, const SettingRow *row, const Settings *settings);

// Sets every setting from the text of a file. False with one sentence, which names the first line that was not
// understood, when there is one: such lines are left out, all else is as written.
bool settings_read_text(const char *path, Text text, Settings *settings, Error *error);

// The text with what differs between the two settings written into it: lines that do not change, comments and lines that
// mean nothing to this program stay as they are. In the arena.
Text settings_written(Arena *arena, Text text, const Settings *before, const Settings *now);

// The same from and to a file. A file that does not exist is empty; one that cannot be read is not written to. Reading
// always leaves good settings, and is false with a sentence when something was wrong.
bool settings_read(Arena *arena, const char *path, Settings *settings, Error *error);
bool settings_write(Arena *arena, const char *path, const Settings *before, const Settings *now, Error *error);
