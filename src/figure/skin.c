#include "figure/contacts.h"
#include "figure/proportions.h"

typedef struct {
    Skin skin;
    bool paired; // the row is the right one; the left has its z mirrored
} SkinRow;

// Balls that touch where the table of flesh says the skin is: 0.10 behind the spine and so on.
static const SkinRow rows[] = {
    {{"buttock", {BONE_PELVIS, {-0.02, 0, 0.07}}, SKIN_BACK - 0.02}, true},
    {{"hip bone", {BONE_PELVIS, {0, 0, 0.085}}, SKIN_TROCHANTER - 0.085}, true},
    {{"waist", {BONE_LUMBAR, {-0.01, 0, 0}}, SKIN_BELLY}, false},
    {{"lower ribs", {BONE_THORAX, {-0.005, 0, 0.045}}, 0.095}, true},
    {{"ribs", {BONE_CHEST, {0.005, 0, 0.05}}, 0.105}, true},
    {{"nape", {BONE_NECK, {0, 0, 0}}, 0.045}, false},
    {{"head", {BONE_HEAD, {0, BODY_HEAD_CENTRE, 0}}, SKIN_BACK}, false},
    {{"shoulder", {BONE_UPPER_ARM, {0, 0, 0}}, SKIN_SHOULDER}, true},
    {{"elbow", {BONE_FOREARM, {0, 0, 0}}, SKIN_ELBOW}, true},
    {{"wrist", {BONE_HAND, {0, 0, 0}}, SKIN_WRIST}, true},
    {{"fingertips", {BONE_HAND, {0, -BODY_HAND, 0}}, SKIN_FINGER}, true},
    {{"thigh", {BONE_THIGH, {0, -BODY_THIGH / 2, 0}}, 0.075}, true},
    {{"knee", {BONE_SHANK, {0, 0, 0}}, SKIN_KNEE}, true},
    {{"ankle", {BONE_FOOT, {0, 0, 0}}, SKIN_ANKLE}, true},
    {{"heel", {BONE_FOOT, {-BODY_HEEL, -BODY_ANKLE, 0}}, 0}, true},
    {{"ball of the foot", {BONE_TOES, {0, 0, 0}}, 0}, true},
    {{"toes", {BONE_TOES, {BODY_TOES, 0, 0}}, 0}, true},
    {{"instep", {BONE_TOES, {BODY_TOES, SKIN_INSTEP, 0}}, 0}, true},
};

enum { ROWS = sizeof rows / sizeof rows[0] };
const int skin_count = 2 * ROWS;

Skin skin_at(int index) {
    const SkinRow *row = &rows[index % ROWS];
    Skin skin = row->skin;
    if (index < ROWS || !row->paired) return skin;
    if (skin.centre.bone >= BONE_LIMBS) skin.centre.bone = BONE_SIDE(skin.centre.bone, LEFT);
    skin.centre.offset.z = -skin.centre.offset.z;
    return skin;
}

double skin_lowest(const Stance *stance, const char **where) {
    double lowest = HUGE_VAL;
    for (int i = 0; i < skin_count; i++) {
        Skin skin = skin_at(i);
        double height = stance_point(stance, skin.centre).y - skin.radius;
        if (height >= lowest) continue;
        lowest = height;
        if (where) *where = skin.name;
    }
    return lowest;
}

// Thighs and buttocks flatten on a seat.
static const double SEAT_GIVES = 0.01;

double skin_distance(Skin skin, const Obstacle *obstacle, const Stance *stance) {
    double distance = obstacle_distance(obstacle, stance->joint[BONE_PELVIS], stance_point(stance, skin.centre));
    return distance - skin.radius + (obstacle->kind == PROP_CHAIR ? SEAT_GIVES : 0);
}

double skin_nearest(const Obstacles *obstacles, const Stance *stance, const char **where) {
    double nearest = HUGE_VAL;
    for (int i = 0; i < skin_count * obstacles->count; i++) {
        Skin skin = skin_at(i % skin_count);
        int obstacle = i / skin_count;
        if (obstacles_bone_rests(obstacles, obstacle, skin.centre.bone)) continue;
        double distance = skin_distance(skin, &obstacles->items[obstacle], stance);
        if (distance >= nearest) continue;
        nearest = distance;
        if (where) *where = skin.name;
    }
    return nearest;
}
