// Lengths of the bones and thickness of the flesh, in metres, for a height of 1.70 m.
//
// Lengths after Drillis & Contini (1966) in Winter (2009); flesh as the distance from the joint line
// to the skin that touches the floor. The shapes drawn round the bones agree with these.
#pragma once

#define BODY_PELVIS 0.10 // hip centre to L5
#define BODY_LUMBAR 0.14
#define BODY_THORAX 0.14 // T12 to T7
#define BODY_CHEST 0.14  // T7 to C7
#define BODY_NECK 0.09
#define BODY_HEAD 0.19
#define BODY_HEAD_CENTRE 0.10
#define BODY_HIP_HALF 0.085
#define BODY_SHOULDER_UP 0.11 // above T7
#define BODY_SHOULDER_HALF 0.18
#define BODY_UPPER_ARM 0.316
#define BODY_FOREARM 0.248
#define BODY_HAND 0.18
#define BODY_GRIP 0.08
#define BODY_THIGH 0.4165
#define BODY_SHANK 0.418
#define BODY_ANKLE 0.066 // above the sole
#define BODY_HEEL 0.055  // behind the ankle
#define BODY_BALL 0.125  // ahead of it
#define BODY_TOES 0.065

#define SKIN_BACK 0.10 // buttock, mid-back and back of the head, behind the joint line
#define SKIN_BELLY 0.09
#define SKIN_CHEST 0.11
#define SKIN_TROCHANTER 0.17 // from the midline
#define SIT_BONES 0.085 // below the hip centre
#define SKIN_KNEE 0.055
#define SKIN_ANKLE 0.04
#define SKIN_INSTEP 0.015 // top of the toes above their sole
#define SKIN_SHOULDER 0.055
#define SKIN_ELBOW 0.04
#define SKIN_WRIST 0.03
#define SKIN_FINGER 0.008

// A palm lies flat with the wrist SKIN_WRIST high and the fingertips SKIN_FINGER high, so the hand
// slopes: sine = (SKIN_WRIST - SKIN_FINGER) / BODY_HAND.
#define BODY_PALM_SLOPE_DEG 7.02
