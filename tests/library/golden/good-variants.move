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

planted pelvis

check END height pelvis 0..30

variant band
  prop band around knees

variant easy
  say
    go "Go slowly."
  prop wall at -0.6
  pose END
    hip 30
  pose WRONG
    hip 40
    hand right on wall
  motion
    there START -> END 4s breathe out
    stay END hold breathe slow
    back END -> START 4s breathe in
  planted pelvis, head
  check END height pelvis 0..20
  check moves pelvis 0..1
