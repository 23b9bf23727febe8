move dead-bug "Dead bug"
  group strengthen
  position supine
  mode reps
  camera side el 8
  needs mat
  works transversus abs obliques hip-flexors
  skip supine-pregnant abdominal floor-transfer
  dose beginner 5 pause 1s rest 30s
  dose advanced 2 x 8 pause 1s rest 30s
  feel "your lower belly"
  mistake "Low back lifting off the floor as the leg goes down."
  easier "Legs only. Tap one heel with the knee bent."
  harder "Hold three seconds out, or take small weights."

say
  setup   "On your back, arms up, knees over hips."
  go      "Lower opposite arm and leg, then the other two."
  form    "Press your low back into the floor."
  release "Bring them back and rest."

pose START
  pelvis pitch 94 at 0 0.112 0
  lumbar 4
  shoulder 90   fingers 10
  hip 86   knee 90

pose END-R like START
  shoulder left 175
  hip right 4   knee right 10

pose END-L like START
  shoulder right 175
  hip left 4   knee left 10

motion
  "right leg, left arm out"  START -> END-R  3s    breathe out
  pause                      END-R           hold  breathe out
  return                     END-R -> START  2s    breathe in
  "left leg, right arm out"  START -> END-L  3s    breathe out
  pause                      END-L           hold  breathe out
  return                     END-L -> START  2s    breathe in

planted pelvis, shoulders, head
check always from START turn pelvis 0..3
check END-R height heel 5..12
check END-L height heel left 5..12
check START tilt hip knee 0..5
check START tilt hip left knee left 0..5
check END-R height wrist left 3..25
check END-L height wrist 3..25
check END-R tilt hip left knee left 0..5
check moves l5 0..0.5
check moves hip 0..0.5

variant legs-only
  say
    go      "Lower one leg, then the other. Your arms stay up."
    release "Bring it back and rest."
  pose END-R
    shoulder left 90
  pose END-L
    shoulder right 90
  motion
    "right leg out"  START -> END-R  3s    breathe out
    pause            END-R           hold  breathe out
    return           END-R -> START  2s    breathe in
    "left leg out"   START -> END-L  3s    breathe out
    pause            END-L           hold  breathe out
    return           END-L -> START  2s    breathe in
  check always from START turn pelvis 0..3
  check END-R height heel 5..12
  check END-L height heel left 5..12
  check START tilt hip knee 0..5
  check START tilt hip left knee left 0..5
  check END-R tilt shoulder left wrist left 0..10
  check END-L tilt shoulder wrist 0..10
  check moves l5 0..0.5
  check moves hip 0..0.5

variant knee-bent
  say
    go      "Lower one foot, then the other. Your arms stay up."
    release "Bring it back and rest."
  pose END-R
    shoulder left 90
    hip right 38.2   knee right 90
  pose END-L
    shoulder right 90
    hip left 38.2   knee left 90
  motion
    "right foot down"  START -> END-R  3s    breathe out
    pause              END-R           hold  breathe out
    return             END-R -> START  2s    breathe in
    "left foot down"   START -> END-L  3s    breathe out
    pause              END-L           hold  breathe out
    return             END-L -> START  2s    breathe in
  check always from START turn pelvis 0..3
  check START tilt hip knee 0..5
  check END-R height heel -0.5..1.5
  check END-L height heel left -0.5..1.5
  check END-R angle hip knee ankle 85..95
  check END-R tilt shoulder left wrist left 0..10
  check moves l5 0..0.5
  check moves hip 0..0.5
