// Rule 3.1: who may begin at an advanced level. All five conditions must hold; one of which nothing is known does not.
#pragma once

#include "coach/after.h"
#include "coach/course.h"

enum { GATE_CONDITIONS = 5 };

typedef struct {
    const char *row;   // "3.1/2"
    bool holds;
    const char *words; // what it asks for
} GateCondition;

typedef struct {
    bool is_open;
    GateCondition conditions[GATE_CONDITIONS];
} Gate;

// As it stood when the diary had `count` entries. `has_base`: four beginner weeks are done.
Gate gate_read(const Course *course, const AfterDecision *after, int count, bool has_base);
