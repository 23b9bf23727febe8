move split-squat "Lunge (split squat)"
  group strengthen
  position standing
  mode reps, each side
  camera az 15
  works glute-max quads glute-med
  stretches hip-flexors
  skip knee-bend balance
  dose beginner 6 rest 45s
  dose advanced 2 x 10 rest 45s
  feel "your right thigh and buttock"
  mistake "Front knee falling inwards or drifting past the toes."
  easier "Half depth, holding a chair."
  harder reverse-lunge "Weights in your hands."

say
  setup   "Right foot forward, left heel up."
  go      "Drop straight down, like a lift."
  form    "Front shin stays upright. Body tall."
  release "Push through the front heel and rise."

pose START
  pelvis pitch -2 at -0.317 0.794 0
  shoulder 0 8   elbow 8   forearm 20   fingers 20
  hip right 43 1   knee right 36   ankle right flat
  hip left -20 1   knee left 24   ankle left 16   toe left 30

pose BOTTOM like START
  pelvis pitch -8 at -0.33 0.515 0
  hip right 93 2   knee right 96
  hip left 15 2   knee left 102   ankle left 33   toe left 63

motion
  "drop straight down"  START -> BOTTOM  3s    breathe in
  pause                 BOTTOM           hold  breathe in
  "drive up"            BOTTOM -> START  2s    breathe out

planted foot right, ball left
check BOTTOM tilt ankle knee 0..15
check BOTTOM angle hip knee ankle 78..100
check BOTTOM height knee left 8..16
check always tilt pelvis c7 0..15
check moves ankle 0..1.5

variant chair
  prop chair at 0.27 -0.36
  pose START
    shoulder left 25 8   elbow left 26   hand left flat   fingers left 30
  pose BOTTOM
    shoulder left 17 12   elbow left 112   hand left flat   fingers left 30
  planted foot right, ball left, hand left
  check BOTTOM tilt ankle knee 0..15
  check BOTTOM angle hip knee ankle 78..100
  check BOTTOM height knee left 8..16
  check always tilt pelvis c7 0..15
  check moves ankle 0..1.5
  check START height wrist left 81..84
  check moves wrist left 0..1.5
