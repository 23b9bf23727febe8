move pigeon-pull "Supine pigeon, pull in"
  group stretch
  position supine
  mode hold, each side
  camera az 40 el 22
  needs mat
  stretches glute-max piriformis glute-med
  skip hip-replacement supine-pregnant nerve-leg knee-bend floor-transfer
  easier pigeon-wall
  harder pigeon-press
  dose beginner 30s
  dose advanced 60s
  feel "the outside of your right hip and buttock"
  mistake "Lifting head and shoulders to reach the leg, so the neck works instead of the hip stretching."

say
  setup   "Lie down and cross your right ankle over your thigh."
  go      "Reach through and draw the thigh towards you."
  form    "Keep your head and tailbone heavy."
  hold    "Feel the outer hip. Breathe and soften."
  release "Lower the leg slowly and uncross."

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder -6 20   forearm 85   hand flat
  hip right 90 28 65   knee right 119   ankle right 10
  hip left 52   knee left 111   ankle left flat -31

pose GRAB like START
  pelvis pitch 92 at 0 0.105 0
  lumbar 2   head 5
  forearm 0   wrist 30   fingers 40   hand free
  shoulder right 17 -18 -2   elbow right 6
  shoulder left 4 -4 -7   elbow left 33
  hip right 115 35 74   knee right 121
  hip left 86 -4   knee left 95   ankle left 0

pose END like GRAB
  pelvis pitch 97 at 0 0.118 0
  lumbar 7
  fingers 50
  shoulder right 9 -15 -13   elbow right 40
  shoulder left 4 -2 -11   elbow left 53
  hip right 121 36 81
  hip left 98 -4

motion
  "reach and clasp"  START -> GRAB  3s    breathe in
  "draw in"          GRAB -> END    4s    breathe out
  stay               END            hold  breathe slow
  "let go"           END -> START   4s    breathe in

planted shoulders head
check END axis ankle hip left knee left 7..12
check END angle shoulder left hip left knee left 60..95
check always height head 9..13
check END distance grip right grip left 0..14
