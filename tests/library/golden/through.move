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

prop wall at 0.6
prop chair at 0.05 0

pose START
  pelvis at -0.02 0.515 0
  hip 86 4   knee 86   ankle flat
  hand on thigh 0.8

pose END like START
  pelvis pitch 4
  hand right on knee left
  hand left free

motion
  lean  START -> END   1s breathe out once
  there END -> START   2s breathe out through
  stay  START hold breathe slow
  back  START -> END   2s through breathe in
  up    END -> START   1s once breathe in

planted feet pelvis on chair
