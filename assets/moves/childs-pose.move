move childs-pose "Child's pose"
  group stretch
  position all-fours
  mode hold
  camera side
  needs mat
  stretches erectors lats glute-max
  skip knee-bend knee-kneel spine-flexion floor-transfer
  dose beginner 30s
  dose advanced 60s
  feel "your lower back and the sides of your trunk"
  mistake "Forcing the buttocks down through knee pain."
  easier "A cushion on your heels, forehead on your fists."
  harder "Walk both hands to one side, thirty seconds each way."

say
  setup   "Start on hands and knees, knees wide."
  go      "Sit your hips back towards your heels."
  form    "Forehead down, shoulders soft."
  hold    "Breathe into your low back."
  release "Walk your hands in and come up."

pose START
  pelvis pitch -71 at 0 0.455 0
  shoulder 67   elbow 12   forearm 85   hand flat
  hip 71 16   knee 93   ankle -48

pose END like START
  pelvis pitch -69 at -0.289 0.318 0
  lumbar 36   thorax 18   neck 4
  girdle 0 15   shoulder 172 36 -57   elbow 79   forearm 35
  hip 117 16   knee 142   ankle -49

motion
  "sit back"  START -> END  4s    breathe out
  stay        END           hold  breathe slow
  "come up"   END -> START  4s    breathe in

planted knees
check END height forehead -1..3
check END from START height pelvis -25..-12
check END angle hip knee ankle 35..50
check moves knee 0..1.5
check moves knee left 0..1.5
