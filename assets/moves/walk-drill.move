move walk-drill "Walking drill"
  group posture
  position standing
  mode reps
  camera side
  works glute-max hamstrings calves glute-med
  skip balance
  dose beginner 30 rest 15s
  dose advanced 60 rest 15s
  feel "the back of the thigh that pushes"
  mistake "Feet turning out, landing flat, or leaning forward."
  easier "Slow motion: two seconds a step, one hand on a wall."
  harder "A brisk walk of five to ten minutes, with a longer push-off."

say
  setup   "Stand tall, toes pointing forward."
  go      "Heel first, then roll through your foot."
  form    "Push off with your toes behind you."
  hold    "Feel the back of your thigh push."
  release "Slow down and stop."

pose STRIKE-R
  pelvis turn -4 at 0 0.866 0
  thorax 0 0 8
  shoulder right -18 6   elbow right 13   forearm right 20   fingers right 20
  shoulder left 18 6   elbow left 27   forearm left 20   fingers left 20
  hip right 22   knee right 3   ankle right 0   toe right 0
  hip left -17   knee left 13   ankle left 8   toe left 24

pose LOAD-R like STRIKE-R
  pelvis turn -3 at 0 0.873 0
  thorax 0 0 6
  shoulder right -15 6   elbow right 14
  shoulder left 15 6   elbow left 26
  hip right 20   knee right 14   ankle right flat   toe right 0
  hip left -8   knee left 40   ankle left -13   toe left 28

pose STANCE-R like STRIKE-R
  pelvis turn -1 at 0 0.892 0
  thorax 0 0 2
  shoulder right -6 6   elbow right 18
  shoulder left 6 6   elbow left 22
  hip right 11.5   knee right 14   ankle right flat   toe right 0
  hip left 10   knee left 60   ankle left -8   toe left 0

pose PASS-R like STRIKE-R
  pelvis turn 1 at 0 0.896 0
  thorax 0 0 -2
  shoulder right 6 6   elbow right 22
  shoulder left -6 6   elbow left 18
  hip right 0   knee right 8   ankle right flat   toe right 0
  hip left 22   knee left 50   ankle left 6   toe left 0

pose RISE-R like STRIKE-R
  pelvis turn 3 at 0 0.881 0
  thorax 0 0 -6
  shoulder right 15 6   elbow right 26
  shoulder left -15 6   elbow left 14
  hip right -11   knee right 5   ankle right 8   toe right 4
  hip left 25   knee left 18   ankle left 1   toe left 0

pose STRIKE-L like STRIKE-R
  pelvis turn 4 at 0 0.866 0
  thorax 0 0 -8
  shoulder right 18 6   elbow right 27
  shoulder left -18 6   elbow left 13
  hip right -17   knee right 13   ankle right 8   toe right 24
  hip left 22   knee left 3   ankle left 0   toe left 0

pose LOAD-L like STRIKE-R
  pelvis turn 3 at 0 0.873 0
  thorax 0 0 -6
  shoulder right 15 6   elbow right 26
  shoulder left -15 6   elbow left 14
  hip right -8   knee right 40   ankle right -13   toe right 28
  hip left 20   knee left 14   ankle left flat   toe left 0

pose STANCE-L like STRIKE-R
  pelvis turn 1 at 0 0.892 0
  thorax 0 0 -2
  shoulder right 6 6   elbow right 22
  shoulder left -6 6   elbow left 18
  hip right 10   knee right 60   ankle right -8   toe right 0
  hip left 11.5   knee left 14   ankle left flat   toe left 0

pose PASS-L like STRIKE-R
  pelvis turn -1 at 0 0.896 0
  thorax 0 0 2
  shoulder right -6 6   elbow right 18
  shoulder left 6 6   elbow left 22
  hip right 22   knee right 50   ankle right 6   toe right 0
  hip left 0   knee left 8   ankle left flat   toe left 0

pose RISE-L like STRIKE-R
  pelvis turn -3 at 0 0.881 0
  thorax 0 0 6
  shoulder right -15 6   elbow right 14
  shoulder left 15 6   elbow left 26
  hip right 25   knee right 18   ankle right 1   toe right 0
  hip left -11   knee left 5   ankle left 8   toe left 4

motion
  "right heel strikes, roll through"         STRIKE-R -> LOAD-R    120ms  breathe slow through
  "right heel strikes, roll through"         LOAD-R   -> STANCE-R  120ms  breathe slow through
  "right heel strikes, roll through"         STANCE-R -> PASS-R    120ms  breathe slow through
  "right heel strikes, roll through"         PASS-R   -> RISE-R    120ms  breathe slow through
  "right heel strikes, roll through"         RISE-R   -> STRIKE-L  120ms  breathe slow through
  "left heel strikes, roll through"          STRIKE-L -> LOAD-L    120ms  breathe slow through
  "left heel strikes, roll through"          LOAD-L   -> STANCE-L  120ms  breathe slow through
  "left heel strikes, roll through"          STANCE-L -> PASS-L    120ms  breathe slow through
  "left heel strikes, roll through"          PASS-L   -> RISE-L    120ms  breathe slow through
  "left heel strikes, roll through"          RISE-L   -> STRIKE-R  120ms  breathe slow through

check STRIKE-R height heel -0.5..1
check STRIKE-R height ball 2..9
check STRIKE-R height ball left -0.5..1
check STRIKE-R height heel left 3..12
check STRIKE-L height heel left -0.5..1
check STRIKE-L height ball left 2..9
check STRIKE-L height ball -0.5..1
check STRIKE-L height heel 3..12
check STRIKE-R ahead heel heel left 66..72
check STRIKE-L ahead heel left heel 66..72
check always heading heel ball -5..5
check always heading heel left ball left -5..5
check STANCE-R angle hip left knee left ankle left 115..125
check RISE-R ahead hip ankle 12..28
check PASS-R height heel -0.5..1
check PASS-R height ball -0.5..1
check PASS-L height heel left -0.5..1
check PASS-L height ball left -0.5..1
check STRIKE-R angle hip knee ankle 170..180
check PASS-R height toe left 0.5..12
check always tilt pelvis c7 0..4
check always from STRIKE-R height pelvis -1..5
check PASS-R from STRIKE-R height pelvis 2..4.5
