#include "figure/body_maker.h"

static void make_skull(Maker *m) {
    maker_part(m, CHAIN_TRUNK, 0.025, (Vec){0, 0.01, 0}, 0.030, 0.09);
    maker_ball(m, (Vec){-0.012, 0.103, 0}, (Vec){0.085, 0.086, 0.073});
    maker_turned_ball(m, (Vec){0.026, 0.062, 0}, (Vec){0.060, 0.088, 0.056}, 6);
    maker_turned_ball(m, (Vec){0.046, 0.006, 0}, (Vec){0.043, 0.026, 0.032}, -14);
    for (int side = 0; side < SIDES; side++) { // brow and cheek
        m->side = side;
        maker_cone(m, (Vec){0.0700, 0.1040, 0.012}, (Vec){0.0560, 0.1050, 0.0400}, 0.0080, 0.0070, 0.0010);
        maker_turned_ball(m, (Vec){0.0500, 0.0560, 0.0330}, (Vec){0.0190, 0.0230, 0.0190}, 10);
    }
    m->side = RIGHT;
    maker_occluder(m, (Vec){0.002, 0.062, 0}, (Vec){-0.012, 0.11, 0}, 0.056);
}

// Details melt little, so that they stay what they are: nose, lids, lips, ears.
static void make_face(Maker *m) {
    maker_part(m, CHAIN_TRUNK, 0.012, (Vec){0.08, 0.07, 0}, 0.014, 0.16);
    maker_cone(m, (Vec){0.0790, 0.088, 0}, (Vec){0.0950, 0.056, 0}, 0.0065, 0.0090, 0);
    maker_ball(m, (Vec){0.0900, 0.0505, 0}, (Vec){0.0105, 0.0075, 0.0125});
    maker_ball(m, (Vec){0.0780, 0.0285, 0}, (Vec){0.0080, 0.0050, 0.0135});
    maker_ball(m, (Vec){0.0770, 0.0205, 0}, (Vec){0.0080, 0.0056, 0.0125});
    for (int side = 0; side < SIDES; side++) {
        m->side = side;
        maker_ball(m, (Vec){0.0640, 0.0860, 0.0305}, (Vec){0.0125, 0.0095, 0.0145});
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
