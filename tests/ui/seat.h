// One person at one window of 1280 by 720: the screens, what the last step gave, and what was written into the diary.
// Each test opens the screens itself (sit_down); single pages are drawn with fixture.h.
#pragma once

#include "ui/fixture.h"
#include "ui/ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena, frame; // the screens and what they are given; what one step draws
    Library library;
    Diary diary;
    const Session *session;
    Ui *ui;
    Moment now;
    bool fullscreen, is_silent;
    UiOutput out;
} Seat;

// UiOptions.write, with the seat as its owner.
void write_down(void *owner, const Entry *entry);

// Takes one step. Window, fonts, sheets, sound and the moment are the seat's.
void step_with(Seat *seat, UiInput input);

// A key, and so long; NULL for no key.
void step_key(Seat *seat, const char *key, double elapsed_ms);
void press(Seat *seat, const char *key);
void wait_ms(Seat *seat, double ms);

void get_up(Seat *seat);

// A text of which this is a part, or the whole.
bool shows(const Seat *seat, const char *text);
bool shows_just(const Seat *seat, const char *text);

// All that is drawn, as text in the arena.
char *printed(const Seat *seat, Arena *arena);
