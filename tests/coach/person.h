// A person with a diary, for tests: says how it feels, trains, lets days pass. Every action is stamped a minute later.
#pragma once

#include "coach/coach.h"
#include "diary/diary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

typedef struct {
    Arena arena;
    Library library;
    Diary diary;
    Moment now;
} Person;

enum { PERSON_FIRST_DAY = 20778 }; // 21 November 2026

// With the plans that are shipped; at 7 in the morning of the first day.
void person_make(Person *person);
void person_free(Person *person);

// To 7 in the morning, so many days later.
void person_sleep(Person *person, int days);

void person_write(Person *person, Entry entry);

// The safety screen with "no" to all but one question (0: to all).
void person_screen(Person *person, int yes);

// The screen, and the plan from today on.
void person_start(Person *person, const char *plan, Level level, int plan_day);

void person_check_in(Person *person, int soreness, int pain, Answer red_flag);
Decision person_today(Person *person);

// Begins a session as the coach says and does one step of it. Returns its key.
int64_t person_begin(Person *person, const Decision *decision);
void person_end(Person *person, int64_t group, Outcome outcome);

// Check-in with these numbers, and the whole session where there is one. Returns what was decided.
Decision person_train(Person *person, int soreness, int pain);
