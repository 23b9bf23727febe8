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

variant band
  prop band around knees

variant band
  prop band around ankles

variant

variant Loud
  prop weights in hands

variant with-a-name-that-is-really-far-too-long-for-any-folder-of-it
  prop weights in hands

variant empty

variant one
  prop pillow under head
variant two
  prop pillow under head
variant three
  prop pillow under head
variant four
  prop pillow under head
