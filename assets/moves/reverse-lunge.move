move reverse-lunge "Reverse lunge"
  group strengthen
  position standing
  mode reps, each side
  camera az 15
  works glute-max quads glute-med hamstrings
  skip knee-bend balance
  variant-of split-squat
  dose beginner 5 rest 45s
  dose advanced 2 x 8 rest 45s
  feel "your right thigh and buttock"
  mistake "Short step, so the front heel lifts."
  easier split-squat
  harder "Front foot on a step of five centimetres, or a load."

say
  setup   "Stand tall, feet under your hips."
  go      "Step your left foot straight back and drop."
  form    "Weight in the front heel."
  release "Drive up and step back in."

pose START
  pelvis at 0 0.898 0
  shoulder 0 8   elbow 8   forearm 20   fingers 20
  hip 4 1   knee 8   ankle flat

pose SWING like START
  pelvis pitch -4 at -0.05 0.868 0.065
  hip right 23 -4   knee right 30
  hip left 12 -2   knee left 72   ankle left -5

pose STEP like START
  pelvis pitch -6 at -0.22 0.77 0.01
  hip right 51 1   knee right 56
  hip left -20 1   knee left 26   ankle left 3   toe left 50

pose BOTTOM like STEP
  pelvis pitch -8 at -0.33 0.515 0
  hip right 93 2   knee right 96
  hip left 15 2   knee left 102   ankle left 33   toe left 63

motion
  "lift the foot"  START -> SWING  0.9s  breathe in
  "step back"      SWING -> STEP   0.8s  breathe in
  drop             STEP -> BOTTOM  2s    breathe in
  rise             BOTTOM -> STEP  1.5s  breathe out
  "swing through"  STEP -> SWING   0.8s  breathe out
  "step in"        SWING -> START  0.9s  breathe out

planted foot right
check BOTTOM tilt ankle knee 0..15
check BOTTOM angle hip knee ankle 78..100
check BOTTOM height knee left 8..16
check always tilt pelvis c7 0..15
check STEP ahead ankle ball left 65..75
check STEP height ball left -0.5..1
check BOTTOM height ball left -0.5..1
check SWING height toe left 5..25
check always height heel -0.5..0.5
check moves ankle 0..1.5
