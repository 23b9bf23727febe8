// Where the weight of the body is, and whether the feet, or all that touches the floor and a seat, carry it.
#pragma once

#include "figure/contacts.h"

// Centre of mass, from the masses and centres of the segments (Winter 2009, table 4.1).
Vec balance_centre(const Stance *stance);

// How far inside the soles' common outline the centre of mass stands, seen from above, metres;
// negative: outside, by that much. Soles higher than 2 cm carry nothing; without any it is -HUGE_VAL.
double balance_margin(const Stance *stance);

// The same for all that touches the floor or a seat: soles, knees, hands, whatever lies there.
double balance_margin_on(const Stance *stance, const Obstacles *obstacles);
