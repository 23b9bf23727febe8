#include "figure/body_maker.h"

// How far a full breath moves the front of the belly and of the chest, metres.
static const double BELLY_SWELLS = 0.009, CHEST_SWELLS = 0.006;

static void make_pelvis(Body *body, const Stance *stance) {
    Maker m = {body, stance, BONE_PELVIS, RIGHT};
    maker_part(&m, CHAIN_TRUNK, 0.045, (Vec){0}, 0, 1);
    maker_ball(&m, (Vec){-0.004, 0.035, 0}, (Vec){0.088, 0.100, 0.150});
    maker_ball(&m, (Vec){0.010, -0.030, 0}, (Vec){0.066, 0.060, 0.090});
    for (int side = 0; side < SIDES; side++) {
        m.side = side;
        maker_ball(&m, (Vec){-0.036, -0.012, 0.068}, (Vec){0.066, 0.084, 0.074});
    }
    m.side = RIGHT;
    maker_occluder(&m, (Vec){-0.01, 0.03, -0.06}, (Vec){-0.01, 0.03, 0.06}, 0.072);
}

static void make_belly(Body *body, const Stance *stance) {
    Maker m = {body, stance, BONE_LUMBAR, RIGHT};
    double out = BELLY_SWELLS * stance->breath;
    maker_part(&m, CHAIN_TRUNK, 0.04, (Vec){0}, 0.07, 0.4);
    maker_ball(&m, (Vec){out / 2, 0.055, 0}, (Vec){0.090 + out / 2, 0.145, 0.129 + out / 3});
    maker_occluder(&m, (Vec){0, 0.05, -0.04}, (Vec){0, 0.05, 0.04}, 0.072);
}

static void make_chest(Body *body, const Stance *stance) {
    Maker m = {body, stance, BONE_THORAX, RIGHT};
    double out = CHEST_SWELLS * stance->breath;
    maker_part(&m, CHAIN_TRUNK, 0.05, (Vec){0}, 0.07, 0.4);
    maker_ball(&m, (Vec){0.003 + out / 2, 0.09, 0}, (Vec){0.100 + out / 2, 0.155, 0.142 + out / 3});
    maker_occluder(&m, (Vec){0.005, 0.09, -0.055}, (Vec){0.005, 0.09, 0.055}, 0.080);
    m.bone = BONE_CHEST;
    maker_ball(&m, (Vec){-0.002 + out / 2, 0.042, 0}, (Vec){0.095 + out / 2, 0.112, 0.152 + out / 3});
    maker_occluder(&m, (Vec){0, 0.04, -0.075}, (Vec){0, 0.04, 0.075}, 0.072);
    for (int side = 0; side < SIDES; side++) {
        m.side = side;
        maker_ball(&m, (Vec){0.053 + out, 0.004, 0.064}, (Vec){0.049, 0.064, 0.064});
        maker_cone(&m, (Vec){-0.022, 0.150, 0.028}, (Vec){-0.008, 0.104, 0.158}, 0.036, 0.037, 0.007);
    }
}

static void make_neck(Body *body, const Stance *stance) {
    Maker m = {body, stance, BONE_NECK, RIGHT};
    maker_part(&m, CHAIN_TRUNK, 0.03, (Vec){0, 0, 0}, 0.045, 0.14);
    maker_cone(&m, (Vec){-0.006, -0.045, 0}, (Vec){-0.004, 0.10, 0}, 0.054, 0.046, -0.003);
    maker_occluder(&m, (Vec){0, -0.03, 0}, (Vec){0, 0.08, 0}, 0.040);
}

void body_make_trunk(Body *body, const Stance *stance) {
    make_pelvis(body, stance);
    make_belly(body, stance);
    make_chest(body, stance);
    make_neck(body, stance);
}
