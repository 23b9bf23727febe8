move supine-twist "Lying knee-drop twist"
  group stretch
  position supine
  mode hold, each side
  camera az 35 el 35
  needs mat
  stretches erectors obliques glute-med pecs
  skip spine-twist supine-pregnant hip-replacement floor-transfer
  dose beginner 20s
  dose advanced 40s
  feel "the side of your trunk and your right hip"
  mistake "Dropping the knees fast and letting the far shoulder peel up."
  easier "Drop only half way, onto a cushion."
  harder "Straighten your top leg."

say
  setup   "Lie down, knees bent, arms out wide."
  go      "Let both knees fall slowly to the right."
  form    "Keep the far shoulder heavy."
  hold    "Look the other way and breathe."
  release "Bring your knees back to the middle."

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder -37 78 29   forearm -80   wrist 6   fingers 15
  hip 51   knee 110   ankle flat

pose END like START
  pelvis pitch 94 turn 65 at 0 0.155 0
  lumbar 0 0 -10   thorax 0 0 -35   neck 0 0 -25   head 0 0 -15
  shoulder right 67 73 -30   forearm right -52   wrist right 3
  girdle left -8   shoulder left -58 48 47   wrist left 14
  ankle -20
  hip right 75 28 1   knee right 100
  hip left 79 -30 6   knee left 91

motion
  "lower the knees"  START -> END  5s    breathe out
  stay               END           hold  breathe slow
  "bring them back"  END -> START  4s    breathe in

planted feet, shoulders, head
check END from START turn pelvis 50..68
check END from START turn t7 15..45
check END from START turn head 0..25
check always height wrist 1..5
check always height wrist left 1..5
check END height knee 4..9
check END height ankle 3..7
check END distance knee right knee left 10..20
check END above knee left knee right 8..20
check always height shoulder 4..11
check END height shoulder left 8..20
check always height head 9..13
check moves head 0..4
