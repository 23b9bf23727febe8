move hip-90-90 "Seated hip switch (90/90)"
  group mobilise
  position seated-floor
  mode reps
  camera az 60 el 25
  needs mat
  stretches piriformis glute-med adductors hip-flexors
  skip knee-bend hip-replacement wrist-load floor-transfer
  dose beginner 4 pause 2s rest 15s
  dose advanced 8 pause 5s rest 15s
  feel "deep in your hips"
  mistake "Forcing the inner knee down."
  easier "Sit on a cushion of ten centimetres, or do it lying on your back."
  harder "Hands off the floor. Lean over your front shin."

say
  setup   "Sit with feet wide, hands behind you."
  go      "Lower both knees to one side, then the other."
  form    "Sit tall. Move only as far as easy."
  release "Lift your knees back to the middle."

pose MID
  pelvis pitch 24 at 0 0.095 0
  lumbar 10   thorax 2   neck 8   head 4
  shoulder -37 13   elbow 10   hand flat
  hip 119 31   knee 105   ankle flat -27

pose TURN-R like MID
  pelvis pitch 25 lean 4.5 turn 6.5 at 0 0.101 0
  lumbar 9.5 -1.5 -1.5   thorax 1.5 -1 -2.5
  shoulder right -41.5 13   elbow right 8.5
  shoulder left -34.5 9 -0.5
  hip right 114 38 17   knee right 105   ankle right half-flat -20
  hip left 113 18 -24   knee left 105   ankle left half-flat -24

pose HALF-R like TURN-R
  pelvis pitch 26 lean 9 turn 13 at 0 0.106 0
  lumbar 9 -3 -3   thorax 1 -2 -5
  shoulder right -46 13   elbow right 7
  shoulder left -32 5 -1
  hip right 104 39 31   knee right 99   ankle right -14
  hip left 95.3 15.7 -44.8   knee left 109.7   ankle left -18.5

pose LOW-R like HALF-R
  pelvis pitch 26.8 lean 16 turn 23 at 0 0.118 0
  lumbar 8 -5.4 -5.4   thorax 0 -3.6 -9
  shoulder right -50 13   elbow right 5
  shoulder left -27 -1 -1   elbow left 11
  hip right 92 35 52   knee right 93   ankle right -3
  hip left 68 29.6 -45   knee left 105.7   ankle left -13

pose RIGHT like LOW-R
  pelvis pitch 27 lean 18 turn 26 at 0 0.121 0
  lumbar 8 -6 -6   thorax 0 -4 -10
  shoulder right -51 13   elbow right 4
  shoulder left -26 -3 -1
  hip right 88 34 58   knee right 92   ankle right 0
  hip left 36 31 -45   knee left 95   ankle left 0

pose TURN-L like MID
  pelvis pitch 25 lean -4.5 turn -6.5 at 0 0.101 0
  lumbar 9.5 1.5 1.5   thorax 1.5 1 2.5
  shoulder left -41.5 13   elbow left 8.5
  shoulder right -34.5 9 -0.5
  hip left 114 38 17   knee left 105   ankle left half-flat -20
  hip right 113 18 -24   knee right 105   ankle right half-flat -24

pose HALF-L like TURN-L
  pelvis pitch 26 lean -9 turn -13 at 0 0.106 0
  lumbar 9 3 3   thorax 1 2 5
  shoulder left -46 13   elbow left 7
  shoulder right -32 5 -1
  hip left 104 39 31   knee left 99   ankle left -14
  hip right 95.3 15.7 -44.8   knee right 109.7   ankle right -18.5

pose LOW-L like HALF-L
  pelvis pitch 26.8 lean -16 turn -23 at 0 0.118 0
  lumbar 8 5.4 5.4   thorax 0 3.6 9
  shoulder left -50 13   elbow left 5
  shoulder right -27 -1 -1   elbow right 11
  hip left 92 35 52   knee left 93   ankle left -3
  hip right 68 29.6 -45   knee right 105.7   ankle right -13

pose LEFT like LOW-L
  pelvis pitch 27 lean -18 turn -26 at 0 0.121 0
  lumbar 8 6 6   thorax 0 4 10
  shoulder left -51 13   elbow left 4
  shoulder right -26 -3 -1
  hip left 88 34 58   knee left 92   ankle left 0
  hip right 36 31 -45   knee right 95   ankle right 0

motion
  "knees to the right"   MID -> TURN-R     750ms  breathe out through
  "knees to the right"   TURN-R -> HALF-R  750ms  breathe out through
  "and down"             HALF-R -> LOW-R   750ms  breathe out through
  "and down"             LOW-R -> RIGHT    750ms  breathe out
  pause                  RIGHT             hold   breathe slow
  lift                   RIGHT -> LOW-R    600ms  breathe in through
  lift                   LOW-R -> HALF-R   600ms  breathe in through
  "to the middle"        HALF-R -> TURN-R  410ms  breathe in through
  "to the middle"        TURN-R -> MID     590ms  breathe in
  "knees to the left"    MID -> TURN-L     750ms  breathe out through
  "knees to the left"    TURN-L -> HALF-L  750ms  breathe out through
  "and down"             HALF-L -> LOW-L   750ms  breathe out through
  "and down"             LOW-L -> LEFT     750ms  breathe out
  pause                  LEFT              hold   breathe slow
  lift                   LEFT -> LOW-L     600ms  breathe in through
  lift                   LOW-L -> HALF-L   600ms  breathe in through
  "to the middle"        HALF-L -> TURN-L  410ms  breathe in through
  "to the middle"        TURN-L -> MID     590ms  breathe in

check MID height knee 30..50
check MID ahead grip hip -40..-35
check MID ahead grip left hip left -40..-35
check MID height heel -0.5..0.5
check MID height ball left -0.5..0.5
check RIGHT height knee 4..9
check RIGHT height knee left 4..9
check RIGHT height ankle 3..9
check RIGHT height ankle left 3..9
check RIGHT angle hip knee ankle 80..100
check RIGHT angle hip left knee left ankle left 80..100
check LEFT height knee left 4..9
check LEFT height knee right 4..9
check LEFT angle hip left knee left ankle left 80..100
check LEFT angle hip knee ankle 80..100
check always height wrist 2..4
check always height wrist left 2..4
check always height pelvis 8.5..13
check always spine 0..20
