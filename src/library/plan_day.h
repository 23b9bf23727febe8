// One day of a plan while it is read: the routine, what else belongs to it, and doses of its own.
#pragma once

#include "library/line.h"

// `b-full or a-full-1, also "Walk."` or `rest`, with other doses in the lines below.
void plan_day_read(Line *line, PlanDay *day);
