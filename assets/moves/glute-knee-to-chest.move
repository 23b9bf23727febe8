move glute-knee-to-chest "Glute stretch: crossed knee to chest"
  group stretch
  position supine
  mode hold, each side
  camera az 40 el 22
  needs mat
  stretches glute-max piriformis glute-med
  skip hip-replacement supine-pregnant floor-transfer
  dose beginner 30s
  dose advanced 45s
  feel "your right buttock"
  mistake "Rolling the whole pelvis to the left."
  easier "Hug your knee straight to your chest, the other leg down."
  harder "Straighten your left leg along the floor."

say
  setup   "Lie down, knees bent, right ankle crossed over."
  go      "Draw the crossed knee towards your left shoulder."
  form    "Keep both hips on the floor."
  hold    "Feel the buttock lengthen. Keep breathing."
  release "Let the knee drift back and uncross."

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder right 21 19 -7   elbow right 47   hand right on knee right   fingers right 35
  shoulder left -6 20   forearm left 85   hand left flat
  hip right 98 26 61   knee right 128   ankle right 10
  hip left 50   knee left 109   ankle left flat

pose END like START
  pelvis pitch 94 at 0 0.108 0
  lumbar 4
  shoulder right 24 -5 2   elbow right 52   fingers right 40
  shoulder left 31 0 -34   elbow left 47   hand left on shin right 0.15   fingers left 25
  hip right 110 -9 35   knee right 105
  hip left 45

motion
  "draw knee in and across"  START -> END  4s    breathe out
  stay                       END           hold  breathe slow
  "let go"                   END -> START  4s    breathe in

planted foot left, shoulders, head
check START axis ankle hip left knee left 7..12
check END axis ankle hip left knee left 9..20
check START distance grip knee 0..9
check END distance grip knee 0..9
check END distance grip left knee 0..12
check END from START distance knee shoulder left -25..-8
check END distance chest knee 25..40
check END distance knee shoulder left 45..58
check always from START turn pelvis 0..5
check always height head 9..13
check always height heel left -0.5..0.5
check moves ankle left 0..1
check moves hip left 0..2
