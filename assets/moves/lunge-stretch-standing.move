move lunge-stretch-standing "Standing lunge stretch"
  group stretch
  position standing
  mode hold, each side
  camera side
  works glute-max abs
  stretches hip-flexors quads
  skip hip-replacement
  variant-of half-kneel-hip-flexor
  dose beginner 30s
  dose advanced 45s
  feel "the front of your right hip"
  mistake "Arching the low back and leaning forward, so the stretch leaves the hip."
  easier "A shorter step. Only tuck your tail, do not sink."
  harder half-kneel-hip-flexor "Reach your right arm overhead."

say
  setup   "Hold a chair, right foot back."
  go      "Squeeze your right buttock and tuck your tail."
  form    "Back heel up. Sink straight down, chest tall."
  hold    "Feel the front of your right hip."
  release "Push through the front foot and rise."

prop chair at 0.10 -0.40

pose START
  pelvis at -0.375 0.838 0
  shoulder right -35 31 -36   elbow right 96   hand right on hip   fingers right 4
  shoulder left 15.5 8 12   elbow left 18.5   hand left flat   fingers left 30
  hip right -9 1   knee right 37   ankle right 0   toe right 46
  hip left 27 1   knee left 11   ankle left flat

pose TUCK like START
  pelvis pitch 6 at -0.37 0.836 0
  lumbar 6
  shoulder right -34 31 -35   elbow right 97
  shoulder left 18.5 8 12   elbow left 15
  hip right -15 1
  hip left 23 1   knee left 16

pose END like TUCK
  pelvis pitch 6 at -0.288 0.785 0
  shoulder right -34 31 -36
  shoulder left -8 6 12   elbow left 62.5
  hip right -18.5 1   knee right 43   ankle right 2   toe right 53
  hip left 37 1   knee left 51

motion
  "tuck the tail"  START -> TUCK  2s    breathe out
  "sink down"      TUCK -> END    3s    breathe out
  stay             END            hold  breathe slow
  rise             END -> START   3s    breathe in

planted foot left, ball right, hand left
check always tilt pelvis c7 0..8
check END tilt knee hip 10..20
check TUCK from START turn pelvis 4..10
check END from START turn pelvis 4..10
check END from START height pelvis -8..-3
check END from START ahead pelvis ankle left 6..12
check END lumbar 0..12
check always height heel 8..17
check always heading heel ball -8..8
check always angle hip knee ankle 130..150
check END tilt ankle left knee left 0..14
check always height wrist left 81..84
check moves ball 0..1
check moves ankle left 0..1
check moves wrist left 0..1.5
