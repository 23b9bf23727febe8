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

prop wal at 0.6
prop wall 0.6
prop wall at 9
prop chair at 0
prop roller on thigh right 0.5
prop roller under knee right
prop roller under thigh 0.5
prop roller under thigh right 5
prop strap from hand to foot right
prop strap from hands to hed
prop band around neck
prop doorway at 0.1 wide 9
prop ball behind buttock right on wall
prop pillow under head right 3
prop weights in feet

pose START
  pelvis pitch 90 at 0 0.1 0
  hip 63   knee 140   ankle flat

pose END like START
  hip 10

motion
  there START -> END 2s breathe out
  stay END hold breathe slow
  back END -> START 2s breathe in
