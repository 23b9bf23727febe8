move pigeon-wall "Figure four with foot on the wall"
  group stretch
  position supine
  mode hold, each side
  camera az 30 el 18
  needs mat
  stretches glute-max piriformis
  skip hip-replacement supine-pregnant knee-bend floor-transfer
  variant-of pigeon-pull
  dose beginner 30s
  dose advanced 45s
  feel "the outside of your right hip and buttock"
  mistake "Lying too close, so the pelvis curls off the floor."
  easier "Slide ten to twenty centimetres away from the wall."
  harder pigeon-pull "Slide closer to the wall. Your pelvis stays down."

say
  setup   "Lie close to a wall. Left foot on it, knee at a right angle."
  go      "Cross your right ankle and press the knee away."
  form    "Keep your tailbone on the floor."
  hold    "Relax. Let the wall do the work."
  release "Uncross and put your feet down."

prop wall at 0.484

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder right -4 50 -8   elbow right 100   hand right on knee right   fingers right 25
  shoulder left -6 20   forearm left 85   hand left flat
  hip right 122 34 70   knee right 119   ankle right 10
  hip left 90 -4   knee left 90

pose END like START
  shoulder right 2 42 -12   elbow right 79
  hip right 109 39 85   knee right 121

motion
  "settle and press"  START -> END  4s    breathe out
  stay                END           hold  breathe slow
  "ease off"          END -> START  3s    breathe in

planted foot left on wall, pelvis, shoulders, head
check always angle hip left knee left ankle left 85..95
check always tilt knee left ankle left 85..90
check always from START turn pelvis 0..3
check END from START distance chest knee 4..12
check always axis ankle hip left knee left 7..12
check always height head 9..13
check moves pelvis 0..1
check moves ankle left 0..1
