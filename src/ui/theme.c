#include "ui/theme.h"

#include <math.h>

#define RGB(hex) {(hex) >> 16 & 255, (hex) >> 8 & 255, (hex) & 255, 255}

const Theme theme_light = {
    .paper = RGB(0xF6F2EA),
    .paper_edge = RGB(0xDDD5C7),
    .ink = RGB(0x1F2A33),
    .soft_ink = RGB(0x45525B),
    .white = RGB(0xFFFFFF),
    .card = {255, 255, 255, 166},
    .panel = RGB(0xFBF9F5),
    .track = RGB(0xD2CABB),
    .veil = {31, 42, 51, 178},
    .cool = RGB(0x3FB6BC),
    .warm = RGB(0xE0653F),
    .right = RGB(0x2F7D4A),
    .amber = RGB(0x9A6700),
    .wrong = RGB(0xB23A2E),
    .focus = RGB(0x1D7F86),
    .groups = {
        [GROUP_STRETCH] = RGB(0x1D7F86),
        [GROUP_STRENGTHEN] = RGB(0xC4502F),
        [GROUP_RELEASE] = RGB(0x1D7F86),
        [GROUP_MOBILISE] = RGB(0x5B6BAA),
        [GROUP_POSTURE] = RGB(0x5B6BAA),
    },
};

// Strong colours are light here, so that what is written on them is dark.
const Theme theme_dark = {
    .paper = RGB(0x12181D),
    .paper_edge = RGB(0x0B1014),
    .ink = RGB(0xF1EDE4),
    .soft_ink = RGB(0xB7C0C6),
    .white = RGB(0x0E1419),
    .card = {255, 255, 255, 24},
    .panel = RGB(0x232D35),
    .track = RGB(0x3A4751),
    .veil = {4, 8, 11, 190},
    .cool = RGB(0x3FB6BC),
    .warm = RGB(0xE8764F),
    .right = RGB(0x5FBF84),
    .amber = RGB(0xDFA63F),
    .wrong = RGB(0xEE8072),
    .focus = RGB(0x45B3B9),
    .groups = {
        [GROUP_STRETCH] = RGB(0x45B3B9),
        [GROUP_STRENGTHEN] = RGB(0xE8764F),
        [GROUP_RELEASE] = RGB(0x45B3B9),
        [GROUP_MOBILISE] = RGB(0x94A2DC),
        [GROUP_POSTURE] = RGB(0x94A2DC),
    },
};

static uint8_t mix(uint8_t a, uint8_t b, float part) {
    return (uint8_t)lroundf((float)a + ((float)b - (float)a) * part);
}

Colour colour_mix(Colour a, Colour b, float part) {
    return (Colour){mix(a.r, b.r, part), mix(a.g, b.g, part), mix(a.b, b.b, part), mix(a.a, b.a, part)};
}

static double linear(uint8_t channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(Colour c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double colour_contrast(Colour a, Colour b) {
    double la = luminance(a), lb = luminance(b);
    return (fmax(la, lb) + 0.05) / (fmin(la, lb) + 0.05);
}
