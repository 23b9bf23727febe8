// A clip ready to be performed: its key poses settled on the floor, sampled at any time between them.
//
// Between key poses every joint angle is blended with an eased curve, the root linearly and the
// pelvis by quaternion; then contacts.h moves the joints as little as possible so that what is
// planted stays put and nothing sinks into the floor. Pure: the same arguments give the same figure,
// and one Motion may be sampled by several threads.
#pragma once

#include "figure/clip.h"
#include "figure/contacts.h"

typedef struct Motion Motion;

// Settles the clip's key poses. The Motion lives in the arena and refers to the clip, which must
// outlive it and have at least one pose.
Motion *motion_make(Arena *arena, const Clip *clip);

const Clip *motion_clip(const Motion *motion);

// The figure at `position` 0..1 in TIME of the way from keyframe `from` to `to` (eased inside;
// equal indices: the held pose), with lungs filled to `breath` 0..1. Either result may be NULL.
void motion_stance(const Motion *motion, int from, int to, double position, double breath, Pose *pose, Stance *stance);

// What is held in place at that moment: the targets that motion_stance met.
void motion_contacts(const Motion *motion, int from, int to, double position, Contacts *contacts);

// How far the grip of a hand is from the place of the body that the poses lay it on, metres; 0 for a hand
// that lies on none at that moment. `stance` is the one of motion_stance.
double motion_hand_gap(const Motion *motion, int from, int to, double position, const Stance *stance, Side side);

// How full the lungs are at `position` 0..1 of a phase of the clip, 0..1 without jumps from phase to
// phase: in fills them, out empties them, none keeps them, slow takes one breath of BREATH_SLOW_MS and
// ends where it began. A held phase that breathes in or out does so over its first part.
enum { BREATH_SLOW_MS = 9000 };
double motion_breath(const Clip *clip, int phase, double position);
