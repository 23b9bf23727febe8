move side-plank-full "Full side plank"
  group strengthen
  position side-lying
  mode hold, each side
  camera side el 10
  needs mat
  works obliques glute-med transversus
  skip shoulder-load bp-hold floor-transfer
  variant-of side-plank
  dose beginner 10s
  dose advanced 2 x 20s rest 15s
  feel "the lower side of your waist"
  mistake "Hips sagging."
  easier side-plank
  harder "Top leg up twenty degrees, or thirty to forty-five seconds."

say
  setup   "Legs straight, elbow under your shoulder."
  go      "Lift your hips into one long line."
  form    "Push the floor away with your forearm."
  release "Lower slowly."

pose START
  pelvis heading 90 lean -64 at 0.025 0.152 0
  lumbar 0 25   thorax 0 -2
  shoulder right -48 31 -18   elbow right 110
  shoulder left 0 41   elbow left 89
  hand right on hip   fingers right 4
  forearm left 85   hand left flat
  hip right 0 20
  hip left 0 -25

pose TOP like START
  pelvis lean -73 at 0 0.381 0
  lumbar 0   thorax 0
  shoulder right -39 23 -23   elbow right 94
  shoulder left 0 73
  hip right 0 -5
  hip left 0

motion
  "lift the hip"  START -> TOP  2s    breathe out
  stay            TOP           hold  breathe slow
  lower           TOP -> START  2s    breathe in

planted elbow left, foot left, hand left
check TOP angle c7 pelvis ankle left 165..180
check TOP angle shoulder left hip left ankle left 168..180
check TOP plumb elbow left shoulder left 0..4
check moves elbow left 0..1.5
