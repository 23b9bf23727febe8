#include "settings/settings.h"

#include "base/file.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FILE_LIMIT = 64 * 1024 };

static const char file_head[] =
    "# Limber's settings, one a line. They can be changed here or on the screen; lines that Limber does not know are kept.\n";

static const char *const switch_values[] = {"off", "on", NULL}, *const switch_shown[] = {"Off", "On", NULL};
const char *const talk_names[TALK_COUNT + 1] = {"full", "full always", "short", "quiet", NULL};
static const char *const talk_shown[] = {"Full, less later", "Full, always", "Short", "Tones only", NULL};
static const char *const music_values[] = {"off", "bed", "own", NULL}, *const music_shown[] = {"Off", "Calm", "My own", NULL};
static const char *const theme_values[] = {"light", "dark", NULL}, *const theme_shown[] = {"Light", "Dark", NULL};

#define SWITCH(id, words, help, member, normal) \
    {id, words, help, SETTING_SWITCH, offsetof(Settings, member), normal, 0, 1, 1, NULL, switch_values, switch_shown, NULL}
#define CHOICE(id, words, help, member, normal, count, values, shown) \
    {id, words, help, SETTING_CHOICE, offsetof(Settings, member), normal, 0, (count) - 1, 1, NULL, values, shown, NULL}
#define NUMBER(id, words, help, member, normal, least, most, step, unit) \
    {id, words, help, SETTING_NUMBER, offsetof(Settings, member), normal, least, most, step, unit, NULL, NULL, NULL}
#define NAME(id, words, help, member, when_empty) \
    {id, words, help, SETTING_NAME, offsetof(Settings, member), 0, 0, 0, 0, NULL, NULL, NULL, when_empty}

const SettingRow setting_rows[] = {
    CHOICE("talk", "Amount of talk", "Full explains a move until you know it; short says name, side and counts.", talk,
           TALK_FULL, TALK_COUNT, talk_names, talk_shown),
    SWITCH("captions", "Captions", "Each sentence is written while it is spoken.", captions, 1),
    NAME("voice", "Voice", "Whose voice it is.", voice, "Limber's own"),
    NUMBER("voice-volume", "Voice volume", "How loud the voice is.", voice_percent, 100, 0, 100, 10, "%"),
    NUMBER("tone-volume", "Tone volume", "How loud the tones are: start, switch, the way back, end.", tone_percent, 100, 0,
           100, 10, "%"),
    SWITCH("pacing-tones", "Pacing tones", "A soft tone goes with each movement out, hold and way back.", pacing_tones, 1),
    SWITCH("breathing-sounds", "Breathing sounds", "A quiet breath to follow in long holds.", breathing_sounds, 0),
    CHOICE("music", "Music", "A calm bed made by Limber, the files of a folder of yours, or none.", music, MUSIC_BED,
           MUSIC_COUNT, music_values, music_shown),
    NAME("music-folder", "My music", "The folder that is played when the music is your own.", music_folder, "Limber's folder"),
    NUMBER("music-volume", "Music volume", "How loud the music is; it makes room for the voice by itself.", music_percent, 100,
           0, 100, 10, "%"),
    SWITCH("pause-players", "Pause other players", "Other players of the desktop pause while a session runs.",
           pause_players, 0),
    SWITCH("voice-commands", "Voice commands", "Say pause, go on, next, back, repeat, easier, this hurts or stop.",
           voice_commands, 0),
    CHOICE("theme", "Colours", "Light as paper, or dark for the evening.", dark, 0, 2, theme_values, theme_shown),
    SWITCH("speak-focus", "Speak the choices", "What the focus is on is said, for who cannot look.", speak_focus, 0),
    SWITCH("muscle-light", "Muscle light", "The muscles that stretch or work glow.", muscle_light, 1),
    NUMBER("sound-delay", "Sound delay", "Wireless headphones play late; Enter shows how to find the right delay.",
           sound_delay_ms, 0, -200, 500, 10, "ms"),
};
const int setting_count = sizeof setting_rows / sizeof *setting_rows;

static int *value_of(const SettingRow *row, Settings *settings) {
    assert(row->kind != SETTING_NAME);
    return (int *)(void *)((char *)settings + row->offset);
}

int setting_value(const SettingRow *row, const Settings *settings) {
    assert(row->kind != SETTING_NAME);
    return *(const int *)(const void *)((const char *)settings + row->offset);
}

const char *setting_name(const SettingRow *row, const Settings *settings) {
    assert(row->kind == SETTING_NAME);
    return (const char *)settings + row->offset;
}

void setting_set_name(const SettingRow *row, Settings *settings, const char *name) {
    assert(row->kind == SETTING_NAME);
    snprintf((char *)settings + row->offset, SETTING_TEXT_SIZE, "%s", name);
}

Settings settings_default(void) {
    Settings settings = {0};
    for (int i = 0; i < setting_count; i++)
        if (setting_rows[i].kind != SETTING_NAME) *value_of(&setting_rows[i], &settings) = setting_rows[i].normal;
    return settings;
}

const SettingRow *setting_row(Text id) {
    for (int i = 0; i < setting_count; i++)
        if (text_is(id, setting_rows[i].id)) return &setting_rows[i];
    return NULL;
}

// From between two steps to the nearest one in that direction.
static int next_step(int value, int step, int by) {
    int rest = (value % step + step) % step;
    if (rest && by < 0) return value - rest + (by + 1) * step;
    return value - rest + by * step;
}

void setting_step(const SettingRow *row, Settings *settings, int by) {
    if (row->kind == SETTING_NAME) return;
    int *value = value_of(row, settings), count = row->most + 1;
    if (row->kind == SETTING_NUMBER) {
        int next = next_step(*value, row->step, by);
        *value = next < row->least ? row->least : next > row->most ? row->most : next;
    } else {
        *value = ((*value + by) % count + count) % count;
    }
}

const char *setting_shown(Arena *arena, const SettingRow *row, const Settings *settings) {
    if (row->kind == SETTING_NAME) {
        const char *name = setting_name(row, settings);
        return *name ? path_name(name) : row->when_empty;
    }
    int value = setting_value(row, settings);
    return row->kind == SETTING_NUMBER ? text_format(arena, "%d %s", value, row->unit) : row->shown[value];
}

// ---- the file ----

static Text trimmed(Text text) {
    while (text.size > 0 && (unsigned char)text.bytes[0] <= ' ') text.bytes++, text.size--;
    while (text.size > 0 && (unsigned char)text.bytes[text.size - 1] <= ' ') text.size--;
    return text;
}

// The line that begins at `*at`, without its end; false when there is none.
static bool next_line(Text text, int *at, Text *line) {
    if (*at >= text.size) return false;
    const char *begin = text.bytes + *at, *end = memchr(begin, '\n', (size_t)(text.size - *at));
    *line = (Text){begin, end ? (int)(end - begin) : text.size - *at};
    *at += line->size + 1;
    return true;
}

// The row and the value of a line; NULL for comments and for what this program does not know.
static const SettingRow *row_of(Text line, Text *value) {
    line = trimmed(line);
    int size = 0;
    while (size < line.size && (unsigned char)line.bytes[size] > ' ') size++;
    *value = trimmed((Text){line.bytes + size, line.size - size});
    return setting_row((Text){line.bytes, size});
}

// "80", "80 %" and "80%".
static bool read_number(const SettingRow *row, Text value, int *number) {
    char digits[16];
    size_t unit = strlen(row->unit);
    bool has_unit = value.size > (int)unit && memcmp(value.bytes + value.size - unit, row->unit, unit) == 0;
    if (has_unit) value = trimmed((Text){value.bytes, value.size - (int)unit});
    if (value.size == 0 || value.size >= (int)sizeof digits) return false;
    memcpy(digits, value.bytes, (size_t)value.size);
    digits[value.size] = '\0';
    char *end;
    long read = strtol(digits, &end, 10);
    *number = (int)read;
    return end == digits + value.size && read >= row->least && read <= row->most;
}

static bool read_choice(const SettingRow *row, Text value, int *choice) {
    for (*choice = 0; row->values[*choice]; ++*choice) {
        size_t size = strlen(row->values[*choice]);
        if (value.size == (int)size && strncasecmp(value.bytes, row->values[*choice], size) == 0) return true;
    }
    return false;
}

static bool read_name(const SettingRow *row, Text value, Settings *settings) {
    if (value.size >= SETTING_TEXT_SIZE) return false;
    for (int i = 0; i < value.size; i++)
        if ((unsigned char)value.bytes[i] < ' ') return false;
    char *name = (char *)settings + row->offset;
    memset(name, 0, SETTING_TEXT_SIZE);
    if (value.size > 0) memcpy(name, value.bytes, (size_t)value.size);
    return true;
}

// A value as the file has it; false when it is not understood, and the settings stay.
static bool read_value(const SettingRow *row, Text value, Settings *settings) {
    int number = 0;
    if (row->kind == SETTING_NAME) return read_name(row, value, settings);
    bool good = row->kind == SETTING_NUMBER ? read_number(row, value, &number) : read_choice(row, value, &number);
    if (good) *value_of(row, settings) = number;
    return good;
}

// What a row takes: "a number from 0 to 100", "on or off".
static void add_taken(TextBuilder *out, const SettingRow *row) {
    if (row->kind == SETTING_NAME) builder_add(out, "a name of at most %d letters", SETTING_TEXT_SIZE - 1);
    else if (row->kind == SETTING_NUMBER) builder_add(out, "a number from %d to %d", row->least, row->most);
    else
        for (int i = 0; row->values[i]; i++)
            builder_add(out, "%s%s", i == 0 ? "" : row->values[i + 1] ? ", " : " or ", row->values[i]);
}

// The beginning of what somebody wrote, fit for a screen.
static void add_readable(TextBuilder *out, Text text) {
    enum { SHOWN = 40 };
    bool is_cut = text.size > SHOWN;
    if (is_cut) text.size = SHOWN;
    for (int i = 0; i < text.size; i++) {
        bool is_plain = text.bytes[i] >= ' ' && text.bytes[i] <= '~';
        builder_add(out, "%c", is_plain ? text.bytes[i] : '?');
    }
    if (is_cut) builder_add(out, "...");
}

static void add_value(Arena *arena, TextBuilder *out, const SettingRow *row, const Settings *settings) {
    if (row->kind == SETTING_NAME) builder_add(out, "%s", setting_name(row, settings));
    else if (row->kind == SETTING_NUMBER) builder_add(out, "%s", setting_shown(arena, row, settings));
    else builder_add(out, "%s", row->values[setting_value(row, settings)]);
}

bool settings_read_text(const char *path, Text text, Settings *settings, Error *error) {
    *settings = settings_default();
    int bad = 0, bad_line = 0;
    const SettingRow *bad_row = NULL;
    Text line, value, bad_value = {0};
    for (int at = 0, number = 1; next_line(text, &at, &line); number++) {
        const SettingRow *row = row_of(line, &value);
        if (!row || read_value(row, value, settings) || bad++ > 0) continue;
        bad_line = number, bad_row = row, bad_value = value;
    }
    if (bad == 0) return true;
    TextBuilder taken = {0};
    add_taken(&taken, bad_row);
    builder_add(&taken, ", not '");
    add_readable(&taken, bad_value);
    builder_add(&taken, "', so line %d of %s is left out", bad_line, path);
    if (bad > 1) builder_add(&taken, ", and %d more", bad - 1);
    error_set(error, "%s takes %s", bad_row->id, taken.bytes);
    builder_free(&taken);
    return false;
}

static bool is_same(const SettingRow *row, const Settings *a, const Settings *b) {
    if (row->kind == SETTING_NAME) return strcmp(setting_name(row, a), setting_name(row, b)) == 0;
    return setting_value(row, a) == setting_value(row, b);
}

static void add_setting(Arena *arena, TextBuilder *out, const SettingRow *row, const Settings *now) {
    bool is_empty = row->kind == SETTING_NAME && !*setting_name(row, now);
    builder_add(out, is_empty ? "%s" : "%s ", row->id);
    add_value(arena, out, row, now);
}

// The part of a line that is not blank is replaced: indentation and the kind of line end stay.
static void add_changed_line(Arena *arena, TextBuilder *out, Text line, const SettingRow *row, const Settings *now) {
    Text inner = trimmed(line);
    builder_add_text(out, (Text){line.bytes, (int)(inner.bytes - line.bytes)});
    add_setting(arena, out, row, now);
    const char *after = inner.bytes + inner.size;
    builder_add_text(out, (Text){after, (int)(line.bytes + line.size - after)});
}

Text settings_written(Arena *arena, Text text, const Settings *before, const Settings *now) {
    TextBuilder out = {0};
    bool *is_there = arena_new(arena, bool, setting_count);
    Text line, value;
    if (text.size == 0) builder_add(&out, "%s", file_head);
    for (int at = 0; next_line(text, &at, &line);) {
        const SettingRow *row = row_of(line, &value);
        if (row) is_there[row - setting_rows] = true;
        if (row && !is_same(row, before, now)) add_changed_line(arena, &out, line, row, now);
        else builder_add_text(&out, line);
        builder_add(&out, "\n");
    }
    for (int i = 0; i < setting_count; i++) {
        const SettingRow *row = &setting_rows[i];
        if (is_there[i] || is_same(row, before, now)) continue;
        add_setting(arena, &out, row, now);
        builder_add(&out, "\n");
    }
    Text written = {text_copy(arena, builder_text(&out)), out.size};
    builder_free(&out);
    return written;
}

bool settings_read(Arena *arena, const char *path, Settings *settings, Error *error) {
    *settings = settings_default();
    Text text = {0};
    if (!file_exists(path)) return true;
    return file_read(arena, path, FILE_LIMIT, &text, error) && settings_read_text(path, text, settings, error);
}

bool settings_write(Arena *arena, const char *path, const Settings *before, const Settings *now, Error *error) {
    Text text = {0};
    if (file_exists(path) && !file_read(arena, path, FILE_LIMIT, &text, error)) return false;
    const char *name = path_name(path);
    bool has_folder = name - path > 1;
    if (has_folder && !folder_make(text_copy(arena, (Text){path, (int)(name - path) - 1}), error)) return false;
    return file_write(path, settings_written(arena, text, before, now), error);
}
