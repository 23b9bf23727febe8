#include "figure/body_maker.h"

static void make_upper_arm(Maker *m, Chain chain) {
    maker_part(m, chain, 0.015, (Vec){0, 0, -0.02}, 0.070, 0.16);
    maker_ball(m, (Vec){0.001, -0.032, 0.000}, (Vec){0.047, 0.070, 0.042});
    maker_cone(m, (Vec){0, -0.03, 0}, (Vec){0, -0.305, 0}, 0.0445, 0.0345, 0.0015);
    maker_ball(m, (Vec){0.009, -0.16, 0}, (Vec){0.0375, 0.095, 0.037});
    maker_occluder(m, (Vec){0, -0.01, 0}, (Vec){0, -0.30, 0}, 0.030);
}

static void make_forearm(Maker *m, Chain chain) {
    maker_part(m, chain, 0.016, (Vec){0, 0, 0}, 0.007, 0.09);
    maker_flat_cone(m, (Vec){0, 0, 0}, (Vec){0, -0.245, 0}, 0.0345, 0.0258, 0.002, (Vec){0, 0, 1}, 1.10);
    maker_ball(m, (Vec){0.003, -0.085, 0.001}, (Vec){0.0385, 0.090, 0.0350});
    maker_occluder(m, (Vec){0, -0.01, 0}, (Vec){0, -0.23, 0}, 0.022);
}

typedef struct {
    double across, begin, length, radius;
} Finger;

static const Finger fingers[] = {
    {0.0300, 0.086, 0.076, 0.0108}, {0.0100, 0.090, 0.086, 0.0112},
    {-0.0100, 0.088, 0.080, 0.0108}, {-0.0290, 0.082, 0.064, 0.0096},
};

// Two links: the knuckle bends by the curl, the middle joints a little more together.
static void make_finger(Maker *m, const Finger *finger, double curl_deg) {
    double knuckle = curl_deg * 3.14159265358979323846 / 180, tip = knuckle * 2.1;
    double half = finger->length / 2, spread = finger->across * 0.06;
    Vec base = {finger->across, -finger->begin, 0};
    Vec middle = {base.x + spread, base.y - half * cos(knuckle), -half * sin(knuckle)};
    Vec end = {middle.x + spread / 2, middle.y - half * cos(tip), middle.z - half * sin(tip)};
    maker_cone(m, base, middle, finger->radius, finger->radius * 0.88, 0);
    maker_cone(m, middle, end, finger->radius * 0.88, finger->radius * 0.72, 0);
}

static void make_hand(Maker *m, Chain chain, double curl_deg) {
    maker_part(m, chain, 0.010, (Vec){0, 0, 0}, 0.016, 0.065);
    maker_flat_cone(m, (Vec){0, -0.002, 0}, (Vec){0.001, -0.076, 0}, 0.0255, 0.0395, 0.003, (Vec){0, 0, 1}, 2.3);
    maker_ball(m, (Vec){0.022, -0.040, -0.008}, (Vec){0.018, 0.032, 0.014});
    maker_occluder(m, (Vec){0, -0.02, 0}, (Vec){0, -0.085, 0}, 0.014);
    maker_part(m, chain, 0.008, (Vec){0, -0.085, 0}, 0.014, 0.09);
    for (int i = 0; i < 4; i++) make_finger(m, &fingers[i], curl_deg);
    double in = curl_deg / 90;
    // Beside straight fingers the thumb lies in the plane of the palm, and so on what that lies on.
    Vec base = {0.026, -0.030, -0.006}, knuckle = {0.050 - 0.012 * in, -0.066, -0.009 - 0.025 * in};
    Vec tip = {0.058 - 0.040 * in, -0.100 + 0.010 * in, -0.006 - 0.038 * in};
    maker_cone(m, base, knuckle, 0.0135, 0.0115, 0);
    maker_cone(m, knuckle, tip, 0.0115, 0.0090, 0);
}

void body_make_arm(Body *body, const Stance *stance, Side side) {
    Chain chain = side == LEFT ? CHAIN_ARM_LEFT : CHAIN_ARM_RIGHT;
    Maker m = {body, stance, BONE_SIDE(BONE_UPPER_ARM, side), side};
    make_upper_arm(&m, chain);
    m.bone = BONE_SIDE(BONE_FOREARM, side);
    make_forearm(&m, chain);
    m.bone = BONE_SIDE(BONE_HAND, side);
    make_hand(&m, chain, stance->fingers[side]);
}
