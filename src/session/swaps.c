#include "session/swap.h"

// The rows in the order of the tags; where more than one exercise suits, the nearest in purpose comes first. Beyond the
// exercises that a tag is usually swapped for stand a few more, for routines that have those already.
static const char wall_hand[] = "a hand on the wall", chair_hand[] = "a hand on a chair", higher[] = "from a higher seat",
                  near_wall[] = "close to a wall, reach back to touch it", less_knee[] = "less bend in the knee",
                  strap[] = "a strap round the ankle, less bend in the knee", thighs[] = "hands behind the thighs",
                  upright[] = "stay upright, press the knee only lightly", fists[] = "on forearms or fists",
                  hollow[] = "hollow half only, do not round", tuck[] = "only tuck your tail, do not glide forward",
                  half_high[] = "half the height, do not arch", if_it_eases[] = "only if it eases",
                  aloud[] = "breathe aloud", light[] = "small and light", band[] = "band above the knees",
                  leg_only[] = "leg only, hand stays down", hold_chair[] = "hold a chair",
                  slow_walk[] = "slowly, a hand on the wall";

#define HAM_CHAIR {"hamstring-seated"}
#define SEAT_CHAIR {"seated-piriformis"}
#define CALF {"calf-wall"}
#define CHEST {"doorway-chest"}
#define QUAD {"quad-standing"}
#define WALL_PLANK {"wall-plank"}
#define LEG_ASIDE {"leg-raise-standing"}
#define LUNGE {"lunge-stretch-standing"}
#define HINGE {"hip-hinge", NULL, near_wall}
#define CAT_SITTING {"cat-cow-seated"}
#define LEG_BACK {"bird-dog", "leg-only", leg_only}

const Swap swaps[] = {
    {"floor-transfer", {"pigeon-wall", "pigeon-pull", "pigeon-press", "glute-knee-to-chest", "hip-90-90"},
     {SEAT_CHAIR, HAM_CHAIR, CALF, CHEST, QUAD}},
    {"floor-transfer", {"hamstring-strap"}, {HAM_CHAIR, CALF, SEAT_CHAIR}},
    {"floor-transfer", {"half-kneel-hip-flexor", "low-lunge"}, {QUAD, LUNGE, CALF, CHEST}},
    {"floor-transfer", {"childs-pose", "knees-to-chest", "supine-twist"}, {CHEST, SEAT_CHAIR, HAM_CHAIR, CALF, QUAD}},
    {"floor-transfer", {"pelvic-tilt"}, {{"sit-tall"}, CAT_SITTING, CHEST, CALF}},
    {"floor-transfer", {"cat-cow"}, {CAT_SITTING, CHEST, CALF}},
    {"floor-transfer", {"bridge-hold", "bridge-reps", "bridge-march", "bridge-single"}, {{"sit-to-stand"}, HINGE}},
    {"floor-transfer", {"clam", "side-leg-raise"}, {LEG_ASIDE, HINGE, {"sit-to-stand"}, {"wall-angel"}}},
    {"floor-transfer", {"dead-bug", "curl-up", "bird-dog", "plank", "side-plank", "side-plank-full"},
     {WALL_PLANK, {"wall-angel"}, HINGE, {"sit-to-stand"}}},
    {"floor-transfer", {"roller-glutes"}, {{"ball-wall-glute"}, SEAT_CHAIR}},
    {"floor-transfer", {"roller-hamstrings"}, {HAM_CHAIR, CALF}},
    {"floor-transfer", {"roller-quads"}, {QUAD}},
    {"floor-transfer", {"roller-thoracic"}, {CHEST}},
    {"knee-kneel", {"half-kneel-hip-flexor", "low-lunge"}, {LUNGE, QUAD}},
    {"knee-kneel", {"cat-cow"}, {CAT_SITTING, {"pelvic-tilt"}}},
    {"knee-kneel", {"bird-dog"}, {{"dead-bug"}, {"curl-up"}}},
    {"knee-kneel", {"childs-pose"}, {{"knees-to-chest"}, {"supine-twist"}}},
    {"knee-bend", {"squat", "sit-to-stand"}, {{"sit-to-stand", NULL, higher}, {"hip-hinge"}}},
    {"knee-bend", {"split-squat", "reverse-lunge"}, {{"hip-hinge"}}},
    {"knee-bend", {"quad-standing"}, {{NULL, NULL, strap}}},
    {"knee-bend", {"pigeon-wall", "pigeon-pull", "pigeon-press"}, {{"pigeon-wall", NULL, less_knee}, {"glute-knee-to-chest"}}},
    {"knee-bend", {"seated-piriformis"}, {{NULL, NULL, upright}}},
    {"knee-bend", {"childs-pose"}, {{"knees-to-chest", NULL, thighs}, {"supine-twist"}}},
    {"knee-bend", {"hip-90-90"}, {{"supine-twist"}, {"pelvic-tilt"}}},
    {"supine-pregnant", {"bridge-hold", "bridge-reps", "bridge-march", "bridge-single"},
     {{"clam"}, {"side-leg-raise"}, {"bird-dog"}}},
    {"supine-pregnant", {"dead-bug", "curl-up"}, {{"bird-dog"}, {"side-leg-raise"}, {"clam"}}},
    {"supine-pregnant", {"pigeon-wall", "pigeon-pull", "pigeon-press", "glute-knee-to-chest", "supine-twist"},
     {SEAT_CHAIR, HAM_CHAIR}},
    {"supine-pregnant", {"hamstring-strap"}, {HAM_CHAIR, SEAT_CHAIR}},
    {"supine-pregnant", {"pelvic-tilt", "knees-to-chest"}, {{"cat-cow"}, SEAT_CHAIR, HAM_CHAIR}},
    {"supine-pregnant", {"roller-thoracic"}, {{"cat-cow"}, SEAT_CHAIR}},
    {"prone-pregnant", {"plank"}, {{"bird-dog"}, WALL_PLANK, {"side-plank"}}},
    {"prone-pregnant", {"roller-quads"}, {QUAD}},
    {"spine-flexion", {"knees-to-chest", "childs-pose"}, {{"glute-knee-to-chest"}, {"hamstring-strap"}}},
    {"spine-flexion", {"curl-up"}, {{"bird-dog"}}},
    {"spine-flexion", {"cat-cow", "cat-cow-seated"}, {{NULL, NULL, hollow}}},
    {"spine-extension", {"low-lunge"}, {{"half-kneel-hip-flexor", NULL, tuck}}},
    {"spine-extension", {"roller-quads"}, {{"half-kneel-hip-flexor", NULL, tuck}, QUAD}},
    {"spine-extension", {"roller-thoracic"}, {CHEST}},
    {"spine-extension", {"plank"}, {WALL_PLANK, {"dead-bug"}, {"side-plank"}}},
    {"spine-extension", {"bridge-hold", "bridge-reps"}, {{NULL, NULL, half_high}}},
    {"spine-extension", {"bridge-march", "bridge-single"}, {{"bridge-reps", NULL, half_high}}},
    {"spine-twist", {"supine-twist"}, {{"glute-knee-to-chest"}, {"knees-to-chest"}}},
    {"hip-replacement", {"pigeon-wall", "pigeon-pull", "pigeon-press", "glute-knee-to-chest", "seated-piriformis", "knees-to-chest",
     "supine-twist", "hip-90-90", "half-kneel-hip-flexor", "low-lunge", "lunge-stretch-standing"},
     {HAM_CHAIR, CALF, CHEST}},
    {"hip-replacement", {"roller-glutes"}, {{"ball-wall-glute"}, HAM_CHAIR}},
    {"wrist-load", {"cat-cow", "hip-90-90"}, {{NULL, NULL, fists}}},
    {"wrist-load", {"bird-dog"}, {{"dead-bug"}, {NULL, NULL, fists}}},
    {"wrist-load", {"roller-glutes", "roller-hamstrings"}, {{"ball-wall-glute"}, {"hamstring-strap"}}},
    {"shoulder-load", {"plank", "wall-plank"}, {{"dead-bug"}, {"side-leg-raise"}}},
    {"shoulder-load", {"side-plank", "side-plank-full"}, {{"side-leg-raise"}, {"dead-bug"}}},
    {"shoulder-load", {"roller-quads"}, {QUAD}},
    {"shoulder-load", {"roller-hamstrings"}, {{"ball-wall-glute"}, {"hamstring-strap"}}},
    {"shoulder-load", {"wall-angel", "doorway-chest", "scapular-squeeze"}, {{"scapular-squeeze", NULL, light}, {"sit-tall"}}},
    {"nerve-leg", {"hamstring-strap", "roller-hamstrings"}, {{"knees-to-chest", NULL, if_it_eases}, {"pelvic-tilt"}}},
    {"nerve-leg", {"hamstring-seated"}, {{"walk-drill"}, {"knees-to-chest", NULL, if_it_eases}, {"pelvic-tilt"}}},
    {"nerve-leg", {"hip-hinge"}, {{"pelvic-tilt"}, {"walk-drill"}}},
    {"nerve-leg", {"pigeon-pull"}, {{"pigeon-wall"}}},
    {"nerve-leg", {"ball-wall-glute", "roller-glutes"}, {{"knees-to-chest", NULL, if_it_eases}, {"pelvic-tilt"}}},
    {"clot-skin-bone", {"ball-wall-glute", "roller-glutes"}, {{"pigeon-wall"}, SEAT_CHAIR}},
    {"clot-skin-bone", {"roller-hamstrings"}, {{"hamstring-strap"}, HAM_CHAIR}},
    {"clot-skin-bone", {"roller-quads"}, {{"half-kneel-hip-flexor"}, QUAD}},
    {"clot-skin-bone", {"roller-thoracic"}, {CHEST, {"cat-cow"}}},
    {"clot-skin-bone", {"calf-wall"}, {HAM_CHAIR, SEAT_CHAIR}},
    {"bp-hold", {"bridge-hold", "plank", "wall-plank", "side-plank", "side-plank-full"}, {{NULL, NULL, aloud}}, .is_shortened = true},
    {"balance", {"quad-standing"}, {{NULL, NULL, wall_hand}}},
    {"balance", {"half-kneel-hip-flexor", "low-lunge"}, {{NULL, NULL, chair_hand}}},
    {"balance", {"split-squat", "reverse-lunge"}, {{"split-squat", "chair", hold_chair}}},
    {"balance", {"calf-wall"}, {{NULL, NULL, wall_hand}}},
    {"balance", {"walk-drill"}, {{NULL, NULL, slow_walk}}},
    {"neck", {"curl-up"}, {{"dead-bug"}, {"bird-dog"}}},
    {"neck", {"roller-thoracic", "chin-tuck"}, {CHEST}},
    {"abdominal", {"dead-bug", "curl-up", "plank", "wall-plank"}, {{"pelvic-tilt"}, LEG_BACK}},
    {"side-lying", {"clam"}, {{"bridge-hold", NULL, band}, LEG_ASIDE, {"bridge-march"}}},
    {"side-lying", {"side-leg-raise"}, {{"bridge-hold", NULL, band}, LEG_ASIDE, {"bridge-march"}}},
};
const int swap_count = sizeof swaps / sizeof *swaps;
