#include "figure/body_maker.h"

static void make_thigh(Maker *m, Chain chain) {
    maker_part(m, chain, 0.022, (Vec){0, 0.01, 0}, 0.060, 0.17);
    maker_cone(m, (Vec){0, -0.01, -0.004}, (Vec){0.002, -0.392, 0}, 0.083, 0.0470, 0.0055);
    maker_ball(m, (Vec){0.014, -0.17, 0.006}, (Vec){0.066, 0.160, 0.068});
    maker_ball(m, (Vec){0.013, -0.403, 0}, (Vec){0.0385, 0.050, 0.0400});
    maker_occluder(m, (Vec){0, -0.03, 0}, (Vec){0, -0.37, 0}, 0.042);
}

static void make_shank(Maker *m, Chain chain) {
    maker_part(m, chain, 0.020, (Vec){0, 0, 0}, 0.010, 0.11);
    maker_cone(m, (Vec){0.005, -0.01, 0}, (Vec){0, -0.405, 0}, 0.0430, 0.0310, 0.0015);
    maker_ball(m, (Vec){-0.016, -0.140, 0.001}, (Vec){0.0420, 0.150, 0.0445});
    maker_occluder(m, (Vec){0, -0.02, 0}, (Vec){0, -0.39, 0}, 0.026);
}

static void make_foot(Maker *m, Chain chain) {
    maker_part(m, chain, 0.025, (Vec){0, 0, 0}, 0.03, 0.08);
    maker_sole(m, -0.066);
    maker_ball(m, (Vec){-0.020, -0.033, 0}, (Vec){0.037, 0.033, 0.031});
    maker_cone(m, (Vec){0.004, -0.012, 0}, (Vec){0.100, -0.044, 0}, 0.033, 0.021, 0.002);
    maker_ball(m, (Vec){0.095, -0.046, 0.002}, (Vec){0.055, 0.020, 0.040});
    maker_flat_cone(m, (Vec){-0.018, -0.046, 0}, (Vec){0.11, -0.048, 0}, 0.029, 0.036, -0.006, (Vec){0, 1, 0}, 1.75);
    maker_occluder(m, (Vec){-0.02, -0.035, 0}, (Vec){0.12, -0.045, 0}, 0.018);
}

static void make_toes(Maker *m, Chain chain) {
    maker_part(m, chain, 0.015, (Vec){0, 0.018, 0}, 0.02, 0.07);
    maker_sole(m, 0);
    maker_ball(m, (Vec){0.020, 0.0165, 0.000}, (Vec){0.044, 0.0180, 0.038});
    maker_ball(m, (Vec){0.041, 0.0125, -0.004}, (Vec){0.023, 0.0135, 0.031}); // a sock is round before the toes
}

void body_make_leg(Body *body, const Stance *stance, Side side) {
    Chain chain = side == LEFT ? CHAIN_LEG_LEFT : CHAIN_LEG_RIGHT;
    Maker m = {body, stance, BONE_SIDE(BONE_THIGH, side), side};
    make_thigh(&m, chain);
    m.bone = BONE_SIDE(BONE_SHANK, side);
    make_shank(&m, chain);
    m.bone = BONE_SIDE(BONE_FOOT, side);
    make_foot(&m, chain);
    m.bone = BONE_SIDE(BONE_TOES, side);
    make_toes(&m, chain);
}
