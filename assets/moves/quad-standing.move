move quad-standing "Standing quad stretch"
  group stretch
  position standing
  mode hold, each side
  camera side
  stretches quads hip-flexors
  skip knee-bend balance
  dose beginner 30s
  dose advanced 45s
  feel "the front of your right thigh"
  mistake "Arching the back and letting the knee drift out to the side or forward."
  easier "A strap round your ankle and less bend in the knee, or lie on your side."
  harder "Tuck further and draw your knee a little behind your hip."

say
  setup   "Stand by a wall, left hand on it."
  go      "Take your right ankle and bring the heel up."
  form    "Knees together. Tuck your tail."
  hold    "Stand tall. Feel the front thigh."
  release "Let go and lower your foot."

prop wall at 0.38

pose START
  pelvis at 0 0.898 0
  shoulder right 0 8   elbow right 5   forearm right 20   fingers right 20
  shoulder left 18 1 -3   elbow left 82   forearm left 91   hand left on wall
  hip 4   knee 8   ankle flat

pose LIFT like START
  pelvis at 0 0.898 -0.03
  shoulder right -15 6
  shoulder left 18 -2 -5   elbow left 82
  hip right 30   knee right 78   ankle right 5
  hip left 3 -2   knee left 7

pose END like LIFT
  pelvis pitch 5 at 0 0.898 -0.05
  lumbar 4
  girdle right -8 -10   shoulder right -21 -3 -1   elbow right 4   hand right on ankle right   fingers right 32
  shoulder left 21 -4 -6   elbow left 76
  hip right 0   knee right 141   ankle right -40
  hip left -3 -3   knee left 4

motion
  "bend the knee"   START -> LIFT  1.5s  breathe in
  "take the ankle"  LIFT -> END    2s    breathe out
  stay              END            hold  breathe slow
  "let go"          END -> LIFT    1.5s  breathe in
  lower             LIFT -> START  1.5s  breathe out

planted foot left
check END angle hip knee ankle 35..60
check END tilt hip knee 0..8
check END distance grip ankle 0..6
check always tilt pelvis c7 0..8
check moves ankle left 0..1
