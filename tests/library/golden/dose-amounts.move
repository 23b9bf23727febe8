move slow "Slow"
  group stretch
  position all-fours
  mode hold
  camera side
  dose beginner 90s
  dose advanced 75s
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
