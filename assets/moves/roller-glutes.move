move roller-glutes "Foam roller: glutes"
  group release
  position seated-floor
  mode reps, each side
  camera az 50 el 16
  needs mat
  stretches glute-max glute-med piriformis
  skip clot-skin-bone wrist-load floor-transfer nerve-leg hip-replacement
  dose beginner 8 rest 15s
  dose advanced 12 rest 15s
  feel "your right buttock"
  mistake "Rolling fast, or rolling up onto the low back."
  easier ball-wall-glute "Both feet down, no crossed leg."
  harder "More weight on the roller. Ten seconds on the tightest spot."

say
  setup   "Sit on the roller and cross your right ankle over."
  go      "Roll slowly, a hand-width forward and back."
  form    "Lean onto the crossed-leg side."
  hold    "Pause where it feels tight and breathe out."
  release "Put your hands down and slide off."

prop roller under buttock right

pose BACK
  pelvis pitch 50 lean 6 turn 8 at -0.05 0.255 0
  lumbar 8 -6   thorax 0 -4   neck 14   head 10
  shoulder right -41 12 -30   elbow right 5   forearm right 85   hand right flat back
  shoulder left 40 -14 -1   elbow left 10   hand left on shin right 0.5   fingers left 14
  hip right 100 30 73   knee right 120   ankle right 5
  hip left 69 1   knee left 104   ankle left flat

pose FORWARD like BACK
  pelvis at 0.07 0.255 0
  shoulder right -57 14 -10   elbow right 15
  shoulder left 35 -15 -3   elbow left 21
  hip right 101 30 74
  hip left 71 1   knee left 122

motion
  "roll forward"  BACK -> FORWARD  3s  breathe out
  "roll back"     FORWARD -> BACK  3s  breathe in

planted foot left, hand right
check moves pelvis 10..14
check BACK height buttock 22..24
check FORWARD height buttock 22..24
check BACK tilt hip right hip left 78..87
check FORWARD tilt hip right hip left 78..87
check always above hip left hip right 0..4
check BACK distance ankle knee left 5..18
check moves ankle left 0..1
check moves wrist 0..1
