#include "library/library.h"

const char *const group_names[GROUP_COUNT] = {"stretch", "strengthen", "release", "mobilise", "posture"};

const char *const position_names[POSITION_COUNT] = {
    "supine", "prone", "side-lying", "all-fours", "kneeling", "half-kneeling", "seated-floor", "seated-chair", "standing",
};

const char *const level_names[LEVEL_COUNT] = {"B1", "B2", "B3", "B4", "A1", "A2", "A3", "A4"};

const char *const skip_tags[] = {
    "supine-pregnant", "prone-pregnant", "hip-replacement", "knee-kneel",     "knee-bend",   "wrist-load",
    "shoulder-load",   "neck",           "spine-flexion",   "spine-extension", "spine-twist", "nerve-leg",
    "clot-skin-bone",  "balance",        "floor-transfer",  "bp-hold",         "abdominal",   "side-lying",
};
const int skip_tag_count = sizeof skip_tags / sizeof *skip_tags;
