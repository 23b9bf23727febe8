move mine "Mine"
  group stretch
  position supine
  mode hold, each side
  camera side
  dose beginner 30s
  dose advanced 60s
  feel "the front of the right hip"
  mistake "Holding the breath."

say
  setup "Get ready."
  go "Go."
  form "Slowly."
  release "Back."

pose START
  pelvis pitch 90 at 0 0.1 0
  hip 63   knee 140   ankle flat

pose END like START
  hip 10

motion
  there START -> END 2s breathe out
  stay END hold breathe slow
  back END -> START 2s breathe in
check MIDDLE angle hip knee ankle 0..90
check END angel hip knee ankle 0..90
check END angle hip knie ankle 0..90
check END height hip 20
check END height hip 30..20
check END tilt hip
check moves ankle 0..1 cm
check END moves ankle 0..1
check END turn pelvis 0..5
check END from MIDDLE turn pelvis 0..5
check always from START turn pelvis 0..5
check END wider knee right knee left ankle 0..5
check END gap knee 0..5
