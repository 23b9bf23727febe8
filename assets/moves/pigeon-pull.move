move pigeon-pull "Supine pigeon, pull in"
  group stretch
  position supine
  mode hold, each side
  camera az 40 el 22
  needs mat
  stretches glute-max piriformis glute-med
  skip hip-replacement supine-pregnant nerve-leg knee-bend floor-transfer
  dose beginner 30s
  dose advanced 60s
  feel "the outside of your right hip and buttock"
  mistake "Lifting head and shoulders to reach the leg, so the neck works instead of the hip stretching."
  easier pigeon-wall "Loop a towel behind the thigh."
  harder pigeon-press "Draw the thigh closer, to one hundred and ten degrees."

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

pose LIFT like START
  pelvis pitch 90.5 at 0 0.101 0
  head 1
  shoulder right 48 13 -24   elbow right 61   forearm right 30   hand right free   fingers right 20
  shoulder left -2 17 -8   elbow left 12   forearm left 32   hand left free   fingers left 20
  hip right 97 30 67
  hip left 62 -1   knee left 106   ankle left -20

pose REACH like LIFT
  pelvis pitch 91 at 0 0.103 0
  lumbar 1   head 3
  girdle right 3 10   shoulder right 10 3 -80   elbow right 46   forearm right -31   wrist right -15 -20   fingers right 20
  shoulder left 0 14 -20   elbow left 28   forearm left -4
  hip right 106 32 70   knee right 120
  hip left 75 -2   knee left 100   ankle left -10

pose GRAB like REACH
  pelvis pitch 92 at 0 0.105 0
  lumbar 2   head 5
  shoulder right 15 -6 -67   elbow right 26   forearm right -67   wrist right -6 -16   fingers right 45
  girdle left 3 -1   shoulder left 4 10 -34   elbow left 44   forearm left -48   wrist left 6 -2   fingers left 45
  hip right 115 35 74   knee right 121
  hip left 86 -4   knee left 95   ankle left 0

pose END like GRAB
  pelvis pitch 97 at 0 0.118 0
  lumbar 7
  girdle right 0 8   shoulder right 13 -1 -61   elbow right 40   forearm right -60   wrist right -8 -10   fingers right 50
  girdle left 3 -3   shoulder left -5 4 -13   elbow left 63   forearm left -26   wrist left 16 2   fingers left 50
  hip right 121 36 81
  hip left 98 -4

motion
  "reach and clasp"  START -> LIFT  1.15s breathe in through
  "reach and clasp"  LIFT -> REACH  1.15s breathe in through
  "reach and clasp"  REACH -> GRAB  0.7s  breathe in
  "draw in"          GRAB -> END    4s    breathe out
  stay               END            hold  breathe slow
  "let go"           END -> REACH   1.6s  breathe in through
  "let go"           REACH -> LIFT  1.2s  breathe in through
  "let go"           LIFT -> START  1.2s  breathe in

planted shoulders head
check END axis ankle hip left knee left 7..12
check END angle shoulder left hip left knee left 60..95
check always height head 9..13
check END distance grip right grip left 0..14
