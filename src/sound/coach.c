#include "sound/coach.h"

#include "base/file.h"
#include "sound/sound_file.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char HEAD[] = "limber-voice 1";
enum { SHORTER_MS = 60 }; // than the manifest says: cut off, no rounding

// ---- the manifest ----

typedef struct {
    Arena *arena;
    const char *folder, *path;
    Text rest;    // what is still to be read
    int line;     // number of the one read last
    Coach found;
    Error *error;
} Reading;

static bool refuse(const Reading *reading, const char *why) {
    return error_set(reading->error, "%s:%d: %s; this voice is not used", reading->path, reading->line, why);
}

static bool next_line(Reading *reading, Text *line) {
    if (reading->rest.size == 0) return false;
    const char *end = memchr(reading->rest.bytes, '\n', (size_t)reading->rest.size);
    int size = end ? (int)(end - reading->rest.bytes) : reading->rest.size;
    *line = (Text){reading->rest.bytes, size};
    int used = end ? size + 1 : size;
    reading->rest = (Text){reading->rest.bytes + used, reading->rest.size - used};
    if (line->size && line->bytes[line->size - 1] == '\r') line->size--;
    reading->line++;
    return true;
}

// The next word of a line; an empty one at its end.
static Text next_word(Text *line) {
    int at = 0;
    while (at < line->size && line->bytes[at] != ' ') at++;
    Text word = {line->bytes, at};
    int used = at < line->size ? at + 1 : at;
    *line = (Text){line->bytes + used, line->size - used};
    return word;
}

static bool read_number(Text word, double least, double most, double *number) {
    char copy[32], *end;
    if (word.size == 0 || word.size >= (int)sizeof copy) return false;
    memcpy(copy, word.bytes, (size_t)word.size);
    copy[word.size] = '\0';
    *number = strtod(copy, &end);
    return !*end && *number >= least && *number <= most;
}

// Files are beside the manifest, not anywhere else.
static bool is_plain_name(Text name) {
    return name.size > 0 && name.bytes[0] != '.' && !memchr(name.bytes, '/', (size_t)name.size) &&
           !memchr(name.bytes, '\0', (size_t)name.size);
}

static bool read_clip(Reading *reading, Text line) {
    double length_ms, loudness;
    Text file = next_word(&line);
    if (!is_plain_name(file)) return refuse(reading, "after 'clip' comes the name of a file in the same folder");
    if (!read_number(next_word(&line), 1, COACH_CLIP_MS, &length_ms)) return refuse(reading, "the length is no number from 1 to 30000 ms");
    if (!read_number(next_word(&line), -100, 10, &loudness)) return refuse(reading, "the loudness is no number from -100 to 10 LUFS");
    if (line.size == 0 || line.size > COACH_TEXT_BYTES) return refuse(reading, "the text has to have 1 to 600 bytes");
    if (reading->found.clips.count == COACH_CLIPS_MAX) return refuse(reading, "there are more than 20000 clips");
    *list_push(reading->arena, &reading->found.clips) = (CoachClip){
        .text = text_copy(reading->arena, line), .folder = reading->folder, .file = text_copy(reading->arena, file),
        .length_ms = (int)length_ms, .loudness = loudness};
    return true;
}

static bool read_lines(Reading *reading) {
    Text line;
    if (!next_line(reading, &line) || !text_is(line, HEAD)) {
        reading->line = 1;
        return refuse(reading, "the first line of a voice is 'limber-voice 1'");
    }
    while (next_line(reading, &line)) {
        if (line.size == 0 || line.bytes[0] == '#') continue;
        Text keyword = next_word(&line);
        if (!text_is(keyword, "clip")) return refuse(reading, "a line begins with 'clip' or '#'");
        if (!read_clip(reading, line)) return false;
    }
    return true;
}

static int compare(const void *a, const void *b) {
    const CoachClip *one = a, *other = b;
    return strcmp(one->text, other->text);
}

static bool no_text_twice(Reading *reading) {
    for (int i = 1; i < reading->found.clips.count; i++) {
        const CoachClip *clip = &reading->found.clips.items[i];
        if (strcmp(clip[-1].text, clip->text) == 0)
            return error_set(reading->error, "%s: there are two clips of '%s'; this voice is not used", reading->path, clip->text);
    }
    return true;
}

static void sort(Coach *coach) {
    if (coach->clips.count) qsort(coach->clips.items, (size_t)coach->clips.count, sizeof *coach->clips.items, compare);
}

bool coach_add(Arena *arena, const char *folder, Coach *coach, Error *error) {
    Reading reading = {.arena = arena, .folder = folder, .path = path_join(arena, folder, COACH_MANIFEST), .error = error};
    if (!file_read(arena, reading.path, COACH_MANIFEST_BYTES, &reading.rest, error)) return false;
    if (!read_lines(&reading)) return false;
    sort(&reading.found);
    if (!no_text_twice(&reading)) return false;
    Coach both = {0};
    for (int i = 0; i < coach->clips.count; i++) *list_push(arena, &both.clips) = coach->clips.items[i];
    for (int i = 0; i < reading.found.clips.count; i++) {
        const CoachClip *clip = &reading.found.clips.items[i];
        if (!coach_find(coach, clip->text)) *list_push(arena, &both.clips) = *clip;
    }
    sort(&both);
    *coach = both;
    return true;
}

const CoachClip *coach_find(const Coach *coach, const char *text) {
    if (!coach || !coach->clips.count) return NULL;
    CoachClip key = {.text = text};
    return bsearch(&key, coach->clips.items, (size_t)coach->clips.count, sizeof key, compare);
}

// ---- sounds ----

int coach_length_ms(int samples) {
    return (int)(((int64_t)samples * 1000 + SOUND_RATE - 1) / SOUND_RATE);
}

bool coach_read(const CoachClip *clip, SoundClip *sound, Error *error) {
    Arena arena = {0};
    const char *path = path_join(&arena, clip->folder, clip->file);
    bool good = sound_file_read_clip(path, COACH_CLIP_MS / 1000.0, sound, error);
    if (good && coach_length_ms(sound->count) < clip->length_ms - SHORTER_MS) {
        good = error_set(error, "%s is cut off: it lasts %d ms where %d are expected", path, coach_length_ms(sound->count),
                         clip->length_ms);
        sound_file_free_clip(sound);
    }
    arena_free(&arena);
    return good;
}

bool coach_is_there(Arena *arena, const char *folder) {
    return file_exists(path_join(arena, folder, COACH_MANIFEST));
}

// FNV-1a (Fowler, Noll, Vo 1991).
static uint32_t hash(const char *text) {
    uint32_t value = 2166136261u;
    for (; *text; text++) value = (value ^ (unsigned char)*text) * 16777619u;
    return value;
}

void coach_file_name(const char *text, char name[COACH_FILE_BYTES]) {
    enum { WORDS = 40 };
    int size = 0;
    for (const char *at = text; *at && size < WORDS; at++) {
        unsigned char letter = (unsigned char)*at;
        bool is_word = letter < 0x80 && isalnum(letter);
        if (is_word) name[size++] = (char)tolower(letter);
        else if (size && name[size - 1] != '-' && letter != '\'') name[size++] = '-';
    }
    if (size && name[size - 1] != '-') name[size++] = '-';
    snprintf(name + size, (size_t)(COACH_FILE_BYTES - size), "%08x.opus", hash(text));
}
