move cat-cow-seated "Seated cat and cow"
  group mobilise
  position seated-chair
  mode reps
  camera side
  stretches erectors abs
  skip spine-flexion
  variant-of cat-cow
  dose beginner 6 pause 1s rest 10s
  dose advanced 10 pause 2s rest 10s
  feel "your back rounding, then your belly lengthening"
  mistake "Moving only the neck; pulling with the arms."
  easier "Half the way in both directions."
  harder cat-cow "One bone at a time, six seconds each way."

say
  setup   "Sit tall on the front of the chair, hands on your knees."
  go      "Breathe out, round your back like a cat."
  form    "Breathe in, lift chest and tailbone."
  release "Come back to the middle."

prop chair at -0.10 0

pose NEUTRAL
  pelvis pitch -3 at -0.013 0.515 0
  lumbar -2
  shoulder 7.5 5.5 -25   elbow 57.5   hand on thigh 0.85   fingers 3
  hip 89 4   knee 84   ankle flat

pose CAT like NEUTRAL
  pelvis pitch 22 at -0.013 0.515 0
  lumbar 30   thorax 22   neck 24   head 14
  girdle 16   shoulder 16.5 13.5 -25   elbow 95
  hip 63 4

pose COW like NEUTRAL
  pelvis pitch -16 at -0.013 0.515 0
  lumbar -14   thorax -9   neck -8   head -6
  girdle -8   shoulder 1.5 6 -25   elbow 57
  hip 102 4

motion
  round                 NEUTRAL -> CAT  3s    breathe out
  pause                 CAT             hold  breathe out
  "through the middle"  CAT -> NEUTRAL  1.5s  breathe in
  hollow                NEUTRAL -> COW  1.5s  breathe in
  pause                 COW             hold  breathe in
  middle                COW -> NEUTRAL  1.5s  breathe out

planted feet, pelvis on chair
check CAT spine 40..60
check COW spine -30..-15
check CAT from NEUTRAL turn pelvis 18..32
check COW from NEUTRAL turn pelvis 8..20
check NEUTRAL tilt pelvis c7 0..6
check always tilt ankle knee 0..8
check moves pelvis 0..1
check moves ankle 0..1
check moves wrist 0..1.5
check moves wrist left 0..1.5
