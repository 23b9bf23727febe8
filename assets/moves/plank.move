move plank "Forearm plank"
  group strengthen
  position prone
  mode hold
  camera side
  needs mat
  works abs transversus obliques glute-max quads
  skip prone-pregnant abdominal shoulder-load bp-hold spine-extension floor-transfer
  dose beginner 2 x 10s rest 20s
  dose advanced 3 x 30s rest 20s
  feel "your belly, buttocks and thighs"
  mistake WRONG "Hips sagging, or hips piked high."
  easier "Knees down, hips pressed to a straight line, or hands on a table."
  harder "Up to sixty seconds, or lift one foot five centimetres."

say
  setup   "Elbows under shoulders, knees down."
  go      "Lift your knees. Make a straight line."
  form    "Squeeze your buttocks. Pull your ribs in."
  hold    "Breathe. Look at your hands."
  release "Knees down and rest."

pose START
  pelvis pitch -79 at -0.019 0.264 0
  neck -4
  shoulder 79   elbow 88   forearm 85   hand flat
  hip 19   knee 41.4   ankle 30   toe 72

pose END like START
  pelvis pitch -80.6 at -0.021 0.278 0
  shoulder 80.6   elbow 89
  hip 0   knee 0   ankle 20   toe 61

pose WRONG like END
  pelvis pitch -93 at -0.021 0.2 0
  lumbar -18   thorax -12   neck -14
  shoulder 63   elbow 90
  hip 7   toe 64

motion
  "knees up"    START -> END  2s    breathe out
  stay          END           hold  breathe slow
  "knees down"  END -> START  2s    breathe in

planted elbows, balls, hands
check END line shoulder hip ankle 172..180
check END line shoulder left hip left ankle left 172..180
check always plumb elbow shoulder 0..4
check END height knee 12..40
check START height knee 0..7
check moves ball 0..1.5
check moves toe 0..1.5
check moves elbow 0..1.5

variant from-the-knees
  say
    go      "Hips forward. Make a straight line to the knees."
    release "Hips back and rest."
  pose END
    pelvis pitch -70.6 at 0 0.2 0
    shoulder 70.6   elbow 89
    hip 0   knee 31   ankle 30   toe 72
  pose WRONG
    pelvis pitch -84 at 0.02 0.15 0
    lumbar -16   thorax -10   neck -12
    shoulder 60   elbow 92
    hip 4   knee 20   ankle 25   toe 70
  motion
    "hips forward"  START -> END  2s    breathe out
    stay            END           hold  breathe slow
    "hips back"     END -> START  2s    breathe in
  planted elbows, balls, hands, knees
  check END line shoulder hip knee 172..180
  check END height knee 0..8
  check END plumb elbow shoulder 0..4
  check moves knee 0..1.5
  check moves elbow 0..1.5
