move ankle-knee-to-wall "Ankle rock: knee to wall"
  group mobilise
  position standing
  mode reps, each side
  camera side
  stretches calves
  dose beginner 10 pause 1s rest 10s
  dose advanced 12 pause 2s rest 10s
  feel "the right calf and the front of the ankle"
  mistake "Heel lifting or arch collapsing inwards."
  easier "Toes four to five centimetres from the wall."
  harder "Move your foot back one centimetre at a time, to twelve."

say
  setup   "Right toes a hand-width from the wall."
  go      "Bend the knee to touch the wall."
  form    "Heel stays down. Knee over the second toe."
  release "Rock back and rest."

prop wall at 0.288

pose START
  pelvis pitch -4 at -0.11 0.866 0
  shoulder 29 3 -5   elbow 104   hand on wall
  hip right 27   knee right 29   ankle right flat
  hip left -13   knee left 11   ankle left 12   toe left 16

pose END like START
  pelvis pitch -6 at -0.063 0.719 0
  shoulder 49 2 -5   elbow 126
  hip right 50   knee right 76
  hip left 15   knee left 74   ankle left 23   toe left 42

motion
  "knee forward"  START -> END  2s    breathe out
  pause           END           hold  breathe slow
  back            END -> START  2s    breathe in

planted foot right, ball left, hands on wall
check END gap knee -1.5..2.5
check always height heel -0.5..0.5
check END tilt ankle knee 28..40
check moves ankle 0..1
