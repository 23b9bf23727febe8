#include "app/voices.h"

#include <string.h>

static const char USUAL[] = "coach";

// The folder of a name; NULL with a sentence when there is none.
static const char *folder_of(Arena *arena, const Folders *folders, const char *name, Error *error) {
    if (strchr(name, '/')) return name;
    const char *own = path_join(arena, folders->own_voices, name), *shipped = path_join(arena, folders->voices, name);
    if (coach_is_there(arena, own)) return own;
    if (coach_is_there(arena, shipped) || strcmp(name, USUAL) == 0) return shipped;
    error_set(error, "there is no voice '%s'; voices are folders with a %s in %s", name, COACH_MANIFEST, folders->own_voices);
    return NULL;
}

static void tell_consequence(Error *error) {
    Error why = *error;
    error_set(error, "%.400s; what has no clip is spoken by the synthesiser", why.sentence);
}

bool voices_open(Arena *arena, const Folders *folders, const char *name, Coach *coach, Error *error) {
    Error second = {0};
    *coach = (Coach){0};
    bool is_named = name && *name;
    const char *folder = is_named ? folder_of(arena, folders, name, error) : NULL;
    bool good = !is_named || (folder && coach_add(arena, folder, coach, error));
    const char *usual = path_join(arena, folders->voices, USUAL);
    if (!folder || strcmp(folder, usual) != 0) {
        bool has_usual = coach_add(arena, usual, coach, &second);
        if (good && !has_usual) *error = second;
        good = good && has_usual;
    }
    if (!good) tell_consequence(error);
    return good;
}

int voices_speech_ms(const void *coach, const char *text) {
    const CoachClip *clip = coach_find(coach, text);
    return clip ? clip->length_ms : session_speech_ms(text);
}
