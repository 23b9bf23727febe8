#include "figure/body_maker.h"

static void make_skull(Maker *m) {
    maker_part(m, CHAIN_TRUNK, 0.025, (Vec){0, 0.01, 0}, 0.030, 0.09);
    maker_ball(m, (Vec){-0.012, 0.103, 0}, (Vec){0.085, 0.086, 0.073});
    maker_turned_ball(m, (Vec){0.026, 0.062, 0}, (Vec){0.060, 0.088, 0.056}, 6);
    maker_turned_ball(m, (Vec){0.046, 0.006, 0}, (Vec){0.043, 0.026, 0.032}, -14);
    maker_occluder(m, (Vec){-0.005, 0.05, 0}, (Vec){-0.012, 0.11, 0}, 0.062);
}

// Details melt little, so that they stay what they are.
static void make_face(Maker *m) {
    maker_part(m, CHAIN_TRUNK, 0.012, (Vec){0.08, 0.07, 0}, 0.014, 0.16);
    maker_cone(m, (Vec){0.079, 0.086, 0}, (Vec){0.095, 0.055, 0}, 0.0075, 0.0100, 0);
    maker_ball(m, (Vec){0.088, 0.050, 0}, (Vec){0.011, 0.008, 0.0140});
    maker_ball(m, (Vec){0.0785, 0.0285, 0}, (Vec){0.0080, 0.0045, 0.0125});
    maker_ball(m, (Vec){0.0770, 0.0200, 0}, (Vec){0.0080, 0.0050, 0.0110});
    for (int side = 0; side < SIDES; side++) {
        m->side = side;
        maker_turned_ball(m, (Vec){-0.012, 0.073, 0.0695}, (Vec){0.0160, 0.0275, 0.0085}, -14);
    }
    m->side = RIGHT;
}

static void make_hair(Maker *m) {
    maker_part(m, CHAIN_TRUNK, 0.010, (Vec){-0.02, 0.11, 0}, 0.012, 0.3);
    maker_ball(m, (Vec){-0.021, 0.109, 0}, (Vec){0.083, 0.086, 0.0765});
    maker_ball(m, (Vec){-0.050, 0.065, 0}, (Vec){0.052, 0.062, 0.058});
    maker_ball(m, (Vec){-0.068, 0.187, 0}, (Vec){0.034, 0.031, 0.036});
}

void body_make_head(Body *body, const Stance *stance) {
    Maker m = {body, stance, BONE_HEAD, RIGHT};
    make_skull(&m);
    make_face(&m);
    make_hair(&m);
}
