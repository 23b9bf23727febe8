move low-lunge "Deep lunge hip flexor stretch"
  group stretch
  position half-kneeling
  mode hold, each side
  camera side
  needs mat
  stretches hip-flexors quads
  skip knee-kneel balance hip-replacement floor-transfer
  dose beginner 30s
  dose advanced 60s
  feel "the front of your right hip and thigh"
  mistake "Front knee sliding far past the toes while the low back arches."
  easier half-kneel-hip-flexor "Hands on your thigh or on a chair, and a shorter lunge."
  harder "A longer stride, up to sixty seconds. Raise your arms."

say
  setup   "Deep lunge, left foot in front, under its knee."
  go      "Lift your chest slowly until you are upright."
  form    "Press your hips forward. Keep your ribs down."
  hold    "Deep stretch in front of the back hip."
  release "Hands to the floor and step in."

pose START
  pelvis pitch -23 at 0.05 0.415 0
  lumbar 31   thorax 22   neck -10   head -10
  shoulder 73 4   elbow 21   forearm 60   wrist -20   fingers 10
  hip right -8 1   knee right 62   ankle right -49
  hip left 122 1   knee left 105   ankle left flat

pose RISE like START
  pelvis pitch -8 at -0.02 0.447 0
  lumbar -6   thorax -2   neck 0   head 0
  shoulder right 36 12 -60   elbow right 62   hand right on thigh left 0.72   fingers right 6
  shoulder left 20 10 6   elbow left 62   hand left on thigh left 0.9   fingers left 12
  hip right -12 1   knee right 73
  hip left 103 1   knee left 92

pose END like RISE
  pelvis pitch -6 at 0.02 0.431 0
  hip right -20 1   knee right 67
  knee left 99

motion
  "lift the chest"            START -> RISE  4s    breathe in
  "press the pelvis forward"  RISE -> END    3s    breathe out
  stay                        END            hold  breathe slow
  "hands down"                END -> START   4s    breathe out

planted knee right, foot left
check END tilt pelvis c7 0..10
check END tilt ankle left knee left 0..10
check END tilt knee hip 18..35
check START height fingertip -3..3
check START height fingertip left -3..3
check moves knee right 0..1.5
