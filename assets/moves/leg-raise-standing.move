move leg-raise-standing "Standing leg raise"
  group strengthen
  position standing
  mode reps, each side
  camera az -30
  works glute-med glute-min obliques
  variant-of side-leg-raise
  dose beginner 8 pause 1s rest 30s
  dose advanced 15 pause 1s rest 30s
  feel "the side of your right hip and buttock"
  mistake "Leaning away from the leg, or turning the toes out."
  easier "Lift only as far as you can without leaning. Stand closer to the wall."
  harder side-leg-raise "A band round your ankles, or hold five seconds at the top."

say
  setup   "Left hand on the wall, stand on your left leg."
  go      "Lift your right leg out to the side, heel first."
  form    "Toes point forward. Stay tall, do not lean."
  release "Lower slowly, do not let it drop."

prop wall at 0.52

pose START
  pelvis heading 90 at 0 0.9 0
  shoulder right 0 10   elbow right 8   forearm right 20   fingers right 20
  shoulder left -23 21 60   elbow left 98   hand left on wall
  hip right 0 3
  hip left 0 -6   ankle left flat

pose TOP like START
  shoulder right 0 14
  hip right -3 30 -3

motion
  lift   START -> TOP  2s    breathe out
  pause  TOP           hold  breathe out
  lower  TOP -> START  3s    breathe in

planted foot left, hand left on wall
check always angle hip knee ankle 175..180
check TOP from START turn hip 24..34
check always from START turn pelvis 0..5
check always tilt pelvis c7 0..4
check START tilt hip knee 0..6
check TOP tilt hip knee 24..34
check TOP ahead ankle pelvis -8..1
check always heading heel ball 80..100
check START height heel -1..1
check TOP height heel 7..14
check always height heel left -0.5..0.5
check moves hip left 0..1
check moves l5 0..1
check moves wrist left 0..1
