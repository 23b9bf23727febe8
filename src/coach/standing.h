// What stands in the way of exercise until somebody says that it is safe: answers that call for a doctor, questions that
// have to be asked first, a fever.
//
// Private to the coach.
#pragma once

#include "coach/course.h"

typedef struct {
    const char *row;      // "5/tier-1", "4.1/2", "4.2/10"; NULL: nothing forbids it
    Advice advice;
    const char *why;
    bool asks_screen;     // the safety screen has to be answered before anything else,
    const char *screen_row; // because of this
    bool stops_strength;  // until cleared: it was overwhelming
    int cleared_place;    // in the diary, of the newest "a doctor said it is safe"; -1 none
} Standing;

Standing standing_read(const Course *course);
