#include "session/timing.h"

// Where the weight is: on the floor, on a chair, on the feet.
typedef enum { PLACE_FLOOR, PLACE_CHAIR, PLACE_FEET, PLACES } Place;

static const Place places[POSITION_COUNT] = {
    [LYING_SUPINE] = PLACE_FLOOR, [LYING_PRONE] = PLACE_FLOOR,   [LYING_SIDE] = PLACE_FLOOR,
    [ON_ALL_FOURS] = PLACE_FLOOR, [KNEELING] = PLACE_FLOOR,
    [HALF_KNEELING] = PLACE_FLOOR, [SEATED_FLOOR] = PLACE_FLOOR,
    [SEATED_CHAIR] = PLACE_CHAIR, [STANDING] = PLACE_FEET,
};

// From a row's place to a column's.
static const int change_ms[PLACES][PLACES] = {
    [PLACE_FLOOR] = {11000, 15000, 15000},
    [PLACE_CHAIR] = {15000, 7000, 9000},
    [PLACE_FEET] = {15000, 9000, 7000},
};

// At the beginning, from the keyboard.
static const int first_ms[PLACES] = {[PLACE_FLOOR] = 15000, [PLACE_CHAIR] = 12000, [PLACE_FEET] = 12000};

enum { STAY_MS = 7000 }; // the same position again

// Reaching for a thing that was not in use before. The mat lies there.
static const int fetch_ms[PROP_COUNT] = {
    [PROP_WALL] = 3000,  [PROP_CHAIR] = 3000,  [PROP_ROLLER] = 4000,  [PROP_BALL] = 4000,  [PROP_STRAP] = 5000,
    [PROP_BAND] = 5000,  [PROP_PILLOW] = 3000, [PROP_TOWEL] = 4000,   [PROP_DOORWAY] = 5000,
};

// Most of the other half of a change is the same: only lying on a side means rolling over.
static const int switch_ms[POSITION_COUNT] = {
    [LYING_SUPINE] = 7000, [LYING_PRONE] = 7000,   [LYING_SIDE] = 10000,  [ON_ALL_FOURS] = 6000,
    [KNEELING] = 6000, [HALF_KNEELING] = 8000, [SEATED_FLOOR] = 8000, [SEATED_CHAIR] = 6500, [STANDING] = 6500,
};

static int fetching_ms(const Move *from, const Move *to) {
    int most_ms = 0;
    for (int prop = 0; prop < PROP_COUNT; prop++) {
        bool is_new = to->clip.props[prop] && !(from && from->clip.props[prop]);
        if (is_new && fetch_ms[prop] > most_ms) most_ms = fetch_ms[prop];
    }
    return most_ms;
}

int timing_change_ms(const Move *from, const Move *to) {
    if (!from) return first_ms[places[to->position]] + fetching_ms(from, to);
    int ms = from->position == to->position ? STAY_MS : change_ms[places[from->position]][places[to->position]];
    return ms + fetching_ms(from, to);
}

int timing_switch_ms(const Move *move) {
    return switch_ms[move->position];
}
