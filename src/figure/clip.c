#include "figure/clip.h"

const char *const muscle_names[MUSCLE_COUNT] = {
    [MUSCLE_GLUTE_MAX] = "glute-max",       [MUSCLE_GLUTE_MED] = "glute-med",
    [MUSCLE_GLUTE_MIN] = "glute-min",       [MUSCLE_PIRIFORMIS] = "piriformis",
    [MUSCLE_HIP_FLEXORS] = "hip-flexors",   [MUSCLE_QUADS] = "quads",
    [MUSCLE_HAMSTRINGS] = "hamstrings",     [MUSCLE_ADDUCTORS] = "adductors",
    [MUSCLE_CALVES] = "calves",             [MUSCLE_ABS] = "abs",
    [MUSCLE_OBLIQUES] = "obliques",         [MUSCLE_TRANSVERSUS] = "transversus",
    [MUSCLE_ERECTORS] = "erectors",         [MUSCLE_LATS] = "lats",
    [MUSCLE_PECS] = "pecs",                 [MUSCLE_RHOMBOIDS] = "rhomboids",
    [MUSCLE_TRAPS] = "traps",               [MUSCLE_NECK_FLEXORS] = "neck-flexors",
};

const char *const prop_names[PROP_COUNT] = {
    [PROP_MAT] = "mat",     [PROP_WALL] = "wall",   [PROP_CHAIR] = "chair",   [PROP_ROLLER] = "roller",
    [PROP_BALL] = "ball",   [PROP_STRAP] = "strap", [PROP_BAND] = "band",     [PROP_PILLOW] = "pillow",
    [PROP_TOWEL] = "towel", [PROP_DOORWAY] = "doorway", [PROP_WEIGHTS] = "weights",
};

const char *const place_names[PLACE_COUNT] = {
    [PLACE_NONE] = "nothing",   [PLACE_HIP] = "hip",     [PLACE_BUTTOCK] = "buttock", [PLACE_THIGH] = "thigh",
    [PLACE_KNEE] = "knee",      [PLACE_SHIN] = "shin",   [PLACE_ANKLE] = "ankle",     [PLACE_FOOT] = "foot",
    [PLACE_HEAD] = "head",      [PLACE_CHEST] = "chest", [PLACE_BELLY] = "belly",     [PLACE_BACK] = "back",
    [PLACE_PELVIS] = "pelvis",  [PLACE_SHOULDER] = "shoulder", [PLACE_ELBOW] = "elbow", [PLACE_HAND] = "hand",
};

const char *const contact_names[CONTACT_KINDS] = {
    [CONTACT_FOOT] = "feet",     [CONTACT_BALL] = "balls",           [CONTACT_KNEE] = "knees",
    [CONTACT_HAND] = "hands",    [CONTACT_ELBOW] = "elbows",         [CONTACT_PELVIS] = "pelvis",
    [CONTACT_SHOULDERS] = "shoulders", [CONTACT_HEAD] = "head",
};

const char *const check_names[CHECK_KINDS] = {
    [CHECK_ANGLE] = "angle",       [CHECK_LINE] = "line",     [CHECK_HEIGHT] = "height",     [CHECK_DISTANCE] = "distance",
    [CHECK_TILT] = "tilt",         [CHECK_ABOVE] = "above",   [CHECK_AHEAD] = "ahead",       [CHECK_PLUMB] = "plumb",
    [CHECK_AXIS] = "axis",         [CHECK_WIDER] = "wider",   [CHECK_PARALLEL] = "parallel", [CHECK_LUMBAR] = "lumbar",
    [CHECK_SPINE] = "spine",       [CHECK_GAP] = "gap",       [CHECK_BALANCE] = "balance",   [CHECK_TURN] = "turn",
    [CHECK_HEADING] = "heading",   [CHECK_MOVES] = "moves",
};

const char *const breath_names[BREATH_COUNT] = {
    [BREATH_NONE] = "none", [BREATH_IN] = "in", [BREATH_OUT] = "out", [BREATH_SLOW] = "slow",
};

Clip clip_of_mistake(Arena *arena, const Clip *clip) {
    Clip alone = *clip;
    alone.poses.items = NULL, alone.poses.count = alone.poses.capacity = 0;
    alone.phases.items = NULL, alone.phases.count = alone.phases.capacity = 0;
    alone.checks.count = 0;
    *list_push(arena, &alone.poses) = clip->poses.items[0]; // props stand by the first pose
    *list_push(arena, &alone.poses) = clip->mistake;
    *list_push(arena, &alone.phases) = (Phase){.name = "mistake", .from = 1, .to = 1, .is_hold = true};
    return alone;
}

bool contact_holds_in(const Clip *clip, const Contact *contact, int pose) {
    if (contact->phase_count == 0) return true;
    for (int i = contact->first_phase; i < contact->first_phase + contact->phase_count; i++)
        if (clip->phases.items[i].from == pose || clip->phases.items[i].to == pose) return true;
    return false;
}

double clip_closeness(const Clip *clip) { return clip->close > 1 ? clip->close : 1; }

bool clip_walks(const Clip *clip) {
    bool stops = clip->phases.count == 0;
    for (int i = 0; i < clip->phases.count; i++) stops |= !clip->phases.items[i].is_through;
    return !stops;
}
