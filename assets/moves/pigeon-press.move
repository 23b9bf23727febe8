move pigeon-press "Supine pigeon, press the knee away"
  group stretch
  position supine
  mode hold, each side
  camera az 40 el 22
  needs mat
  stretches piriformis glute-med glute-max adductors
  skip hip-replacement supine-pregnant knee-bend floor-transfer
  dose beginner 30s
  dose advanced 45s
  feel "the outside of your right hip and buttock"
  mistake "Pushing hard with a straight arm until the pelvis twists."
  easier pigeon-wall "Left foot on the floor, or on a wall."
  harder "Push your knee into your hand five seconds, relax, then press two centimetres further. Three times."

say
  setup   "Cross your right ankle over and hold it. Other hand on the knee."
  go      "Press the knee away, draw the ankle in."
  form    "Press gently. Your hips stay level."
  hold    "Long breath out. Let the hip open."
  release "Ease the pressure and lower your foot."

pose START
  pelvis pitch 93 at 0 0.107 0
  lumbar 3   head 5
  shoulder right -2 51 -8   elbow right 101   hand right on knee right   fingers right 25
  shoulder left 22 2 -16   elbow left 70   hand left on ankle right   fingers left 34
  hip right 122 34 70   knee right 119   ankle right 10
  hip left 90 -4   knee left 95

pose END like START
  shoulder right 2 46 -12   elbow right 81
  shoulder left 22 2 -17   elbow left 71
  hip right 109 39 85   knee right 121

motion
  "press away"  START -> END  4s    breathe out
  stay          END           hold  breathe slow
  "ease off"    END -> START  3s    breathe in

planted shoulders head
check END from START distance chest knee 4..12
check always axis ankle hip left knee left 7..12
check always from START turn pelvis 0..5
check END distance grip knee 0..12
check END distance grip left ankle 0..9
check END angle shoulder left hip left knee left 75..100
check always height head 9..13
check moves pelvis 0..1
