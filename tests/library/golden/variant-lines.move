move mine "Mine"
  group stretch
  position supine
  mode hold, each side
  camera side
  dose beginner 30s
  dose advanced 60s
  feel "the front of the right hip"
  mistake WRONG "Holding the breath."

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

pose WRONG like END
  hip 30

motion
  there START -> END 2s breathe out
  stay END hold breathe slow
  back END -> START 2s breathe in

variant easy
  camera side
  say
    shout "Go."
  prop wal at 1
  pose ENDE
    hip 3
  pose END
    hip 300
    hand right on wall
  motion
    there START -> END 4s breathe out
  planted feet, nose
  check WRONG height pelvis 0..20
