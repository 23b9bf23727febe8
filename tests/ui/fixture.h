// A small session made by hand, views of its moments, and stand-ins for fonts and sheets.
#pragma once

#include "ui/player.h"

// Every character is 0.55 of the size wide: more than the real face on the average.
extern const TextMeasure fixture_measure;

// Every move has a picture but those whose id begins with "no-"; "tall-..." reach up 2.2 m.
extern const SheetMeasure fixture_sheets;

// Moments of the play screen, by name: "ready", "hold", "reps", ... ended by NULL.
extern const char *const fixture_moments[];

// Everything lives in the arena.
PlayerState fixture_moment(Arena *arena, const char *name);
const Session *fixture_session(Arena *arena);

// Checks one list as a person would see it: texts inside the window and large enough, nothing over
// anything else but text within its box, ring or panel. What lies under a veil is a layer of its own.
// `may_cover_figure` for messages that lie over the picture.
void assert_tidy(const DrawList *list, int width, int height, bool may_cover_figure);

// Whether a text of which this is a part, or the whole, is drawn.
bool list_shows(const DrawList *list, const char *text);
bool list_shows_just(const DrawList *list, const char *text);

// All that is drawn is as the golden text at `path` has it.
void assert_golden_list(const char *path, const DrawList *list);

// Window sizes of desktops, televisions, ultra-wide screens and screens on end; ended by {0, 0}.
typedef struct {
    int width, height;
} WindowSize;
extern const WindowSize fixture_sizes[];
