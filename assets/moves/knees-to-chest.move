move knees-to-chest "Both knees to chest"
  group stretch
  position supine
  mode hold
  camera side el 8
  needs mat
  stretches erectors glute-max
  skip spine-flexion supine-pregnant hip-replacement floor-transfer
  dose beginner 30s
  dose advanced 40s
  feel "your lower back and your buttocks"
  mistake "Pulling so hard that head and shoulders lift."
  easier "One knee at a time. Hold behind your thighs."
  harder "Nose towards your knees for the last breath."

say
  setup   "Lie down with your knees bent."
  go      "Draw both knees towards your chest."
  form    "Head stays down, shoulders relaxed."
  hold    "Rock gently if it feels good."
  release "Lower one foot, then the other."

pose START
  pelvis pitch 90 at 0 0.1 0
  shoulder -6 20   forearm 85   hand flat
  hip 49   knee 106   ankle flat

pose END like START
  pelvis pitch 102 at 0 0.135 0
  lumbar 12   head 4
  shoulder 25 12 -21   elbow 58   hand on shin 0.2   fingers 26
  hip 112 4   knee 122   ankle -10

motion
  "draw both knees in"              START -> END  4s    breathe out
  stay                              END           hold  breathe slow
  "lower one foot, then the other"  END -> START  4s    breathe in

planted shoulders head
check END distance chest knee 0..42
check END distance chest knee left 0..42
check always height head 8..14
check always above knee right knee left -1..1
check END distance knee right knee left 0..30
