move cat-cow "Cat and cow"
  group mobilise
  position all-fours
  mode reps
  camera side
  needs mat
  stretches erectors abs
  skip spine-flexion wrist-load knee-kneel floor-transfer
  dose beginner 6 pause 1s rest 10s
  dose advanced 10 pause 2s rest 10s
  feel "your back rounding, then your belly lengthening"
  mistake "Moving only the neck; bending the elbows."
  easier "Do it seated, hands on your knees."
  harder "One bone at a time, six seconds each way."

say
  setup   "Hands under shoulders, knees under hips."
  go      "Breathe out, round your back like a cat."
  form    "Breathe in, lift chest and tailbone."
  release "Come back to the middle."

pose NEUTRAL
  pelvis pitch -73 at 0 0.471 0
  shoulder 69   elbow 10   forearm 85   hand flat
  hip 73 1   knee 93   ankle -49

pose CAT like NEUTRAL
  pelvis pitch -40 at 0 0.472 0
  lumbar 28   thorax 22   neck 24   head 14
  girdle 16   shoulder 87 1   elbow 16
  hip 40 1

pose COW like NEUTRAL
  pelvis pitch -89
  lumbar -14   thorax -9   neck -14   head -10
  girdle -8   shoulder 61   elbow 13
  hip 89 1

motion
  round                 NEUTRAL -> CAT  3s    breathe out
  pause                 CAT             hold  breathe out
  "through the middle"  CAT -> NEUTRAL  1.5s  breathe in
  hollow                NEUTRAL -> COW  1.5s  breathe in
  pause                 COW             hold  breathe in
  middle                COW -> NEUTRAL  1.5s  breathe out

planted hands knees
check CAT spine 40..60
check COW spine -30..-15
check always tilt knee hip 0..8
check always tilt knee left hip left 0..8
check moves wrist 0..1.5
check moves wrist left 0..1.5
