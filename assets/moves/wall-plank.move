move wall-plank "Wall plank"
  group strengthen
  position standing
  mode hold
  camera side
  works abs transversus obliques glute-max
  skip shoulder-load bp-hold abdominal
  variant-of plank
  dose beginner 2 x 10s rest 20s
  dose advanced 3 x 30s rest 20s
  feel "your belly and buttocks"
  mistake WRONG "Hips sagging to the wall, or bottom sticking out."
  easier "Stand closer to the wall, so that you lean less."
  harder plank "Feet further back, or up to sixty seconds."

say
  setup   "Forearms on the wall, feet a long step back, hips back."
  go      "Bring your hips forward. Make a straight line."
  form    "Squeeze your buttocks. Pull your ribs in."
  hold    "Breathe. Press the wall away."
  release "Hips back and rest."

prop wall at 0.34

pose START
  pelvis pitch -36 at -0.301 0.884 0
  neck -10
  shoulder 120   elbow 96   forearm 85   hand on wall
  hip 33   knee 13   ankle flat

pose END like START
  pelvis pitch -19 at -0.166 0.855 0
  neck 0
  shoulder 96   elbow 103
  hip 0   knee 0   ankle flat

pose WRONG like END
  pelvis pitch -29 at -0.14 0.844 0
  lumbar -18   thorax -12   neck -14
  shoulder 78   elbow 101
  hip 10   knee 5

motion
  "hips forward"  START -> END  2s    breathe out
  stay            END           hold  breathe slow
  "hips back"     END -> START  2s    breathe in

planted feet, elbows on wall, hands on wall
check END line shoulder hip ankle 172..180
check END line shoulder left hip left ankle left 172..180
check END tilt ankle shoulder 15..24
check END lumbar -5..5
check END spine -5..5
check START line shoulder hip knee 130..160
check always above shoulder elbow 0..12
check always tilt elbow wrist 0..8
check always gap elbow -1..1
check always height heel -0.5..0.5
check moves ankle 0..1
check moves elbow 0..1.5
