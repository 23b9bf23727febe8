move side-plank "Side plank from the knees"
  group strengthen
  position side-lying
  mode hold, each side
  camera side el 10
  needs mat
  works obliques glute-med transversus erectors
  skip shoulder-load floor-transfer
  dose beginner 2 x 8s rest 10s
  dose advanced 2 x 20s rest 15s
  feel "the lower side of your waist"
  mistake "Sinking into the shoulder or letting the hips drift back."
  easier "Standing: forearm on a wall, lean and hold."
  harder side-plank-full

say
  setup   "Elbow under your shoulder, knees bent."
  go      "Push up and lift your hip."
  form    "Straight line: head, hips, knees."
  hold    "Keep your chest open and breathe."
  release "Lower your hip softly."

pose START
  pelvis heading 90 lean -60 at 0.033 0.148 0
  lumbar 0 23   thorax 0 -6
  shoulder right -45 28 -21   elbow right 107
  shoulder left 0 42   elbow left 89
  hand right on hip   fingers right 4
  forearm left 85   hand left flat
  knee 90
  hip right 0 22 5
  hip left 0 -27 -1   ankle left -46

pose TOP like START
  pelvis lean -65 at 0 0.31 0
  lumbar 0   thorax 0
  shoulder right -39 23 -23   elbow right 94
  shoulder left 0 65
  hip right 0 -7 6
  hip left 0 0 -2

motion
  "lift the hip"  START -> TOP  2s    breathe out
  stay            TOP           hold  breathe slow
  lower           TOP -> START  2s    breathe in

planted elbow left, knee left, hand left
check TOP angle shoulder left hip left knee left 165..180
check TOP angle crown c7 pelvis 172..180
check always plumb elbow left shoulder left 0..4
check TOP from START height pelvis 12..20
check START height hip left 5..12
check TOP height hip left 20..30
check always angle hip left knee left ankle left 85..95
check always angle hip knee ankle 85..95
check always distance grip hip 0..14
check moves elbow left 0..1.5
check moves knee left 0..1.5
