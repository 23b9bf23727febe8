// Colours of the screens, by what they are for. Sizes are with the screens that use them.
#pragma once

#include "library/library.h"
#include "ui/draw.h"

typedef struct {
    Colour paper, paper_edge; // the backdrop, middle and edge
    Colour ink, soft_ink;     // at least 7:1 and 4.5:1 on paper
    Colour white;             // text on a strong colour
    Colour card, panel;       // translucent on paper; solid on the veil
    Colour track;             // of rings and bars
    Colour veil;
    Colour cool, warm;        // stretching and working muscles
    Colour right, amber, wrong; // marks of right and wrong form, and of numbers: well, careful, stop
    Colour focus;             // the focused choice
    Colour groups[GROUP_COUNT];
} Theme;

extern const Theme theme_light, theme_dark;

// `part` 0..1 of `b` over `a`.
Colour colour_mix(Colour a, Colour b, float part);

// Contrast ratio of two opaque colours, 1..21 (WCAG 2.1, 2018).
double colour_contrast(Colour a, Colour b);
