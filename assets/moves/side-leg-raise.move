move side-leg-raise "Side-lying leg raise"
  group strengthen
  position side-lying
  mode reps, each side
  camera side el 14
  needs mat pillow
  works glute-med glute-min obliques
  skip side-lying
  dose beginner 8 pause 1s rest 30s
  dose advanced 15 pause 1s rest 30s
  feel "the side of your right hip and buttock"
  mistake "Turning the toes up and swinging the leg forward."
  easier "Bend your top knee a little. Lift fifteen degrees."
  harder "A band round your ankles, or hold five seconds at the top."

say
  setup   "Bottom knee bent, top leg long and straight."
  go      "Lift the top leg, heel first."
  form    "Toes point forward. Hips stay stacked."
  release "Lower slowly, do not let it drop."

pose START
  pelvis heading 90 lean -90 at 0 0.17 0
  shoulder right -39 23 -23   elbow right 94
  shoulder left 106 -10 -13   elbow left 138   wrist left 12
  hand right on hip
  fingers right 4   fingers left 15
  hip right -3 -7 -5
  hip left 45 4 -1   knee left 90

pose TOP like START
  hip right -3 28 -5

motion
  lift   START -> TOP  2s    breathe out
  pause  TOP           hold  breathe out
  lower  TOP -> START  3s    breathe in

planted foot left, knee left, pelvis, shoulders, head
check always angle hip knee ankle 175..180
check TOP from START turn hip 28..38
check always from START turn pelvis 0..5
check START line shoulder hip knee 172..180
check START tilt hip knee 82..86
check TOP tilt hip knee 60..66
check moves hip 0..0.7
check moves hip left 0..0.7
check moves l5 0..0.8

# Round the ankles, so the lower leg is bent less than without: a band from the top ankle to a knee bent at a right
# angle would run along the shin. The lower ankle then lies below the upper one and the knee still gives balance.
variant band
  say
    setup   "Band round your ankles, bottom knee a little bent."
  prop band around ankles
  pose START
    hip left 21 3 -1   knee left 42
  pose TOP
    hip left 21 3 -1   knee left 42
