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
  hand left on wall   hand right on knee

pose END like START
  hip 10
  hand right on kne left

pose THIRD like START
  hand left on thigh 2

motion
  there START -> END 2s breathe out
  stay END hold breathe slow
  back END -> START 2s breathe in

planted pelvis on chair, foot left on wall, foot right on flor
