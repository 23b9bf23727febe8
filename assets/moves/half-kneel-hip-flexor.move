move half-kneel-hip-flexor "Half-kneeling hip flexor stretch"
  group stretch
  position half-kneeling
  mode hold, each side
  camera side
  needs mat
  works glute-max abs
  stretches hip-flexors quads
  skip knee-kneel hip-replacement balance floor-transfer
  dose beginner 30s
  dose advanced 45s
  feel "the front of your right hip"
  mistake "Arching the low back and leaning far forward, so the stretch leaves the hip."
  easier "Hold a chair. Only tuck your tail, do not glide forward."
  harder low-lunge "Reach your right arm overhead."

say
  setup   "Kneel on your right knee, left foot in front."
  go      "Squeeze your right buttock and tuck your tail."
  form    "Glide forward, chest tall, ribs down."
  hold    "Feel the front of your right hip."
  release "Ease back and rest."

pose START
  pelvis at 0 0.471 0
  shoulder -35 31 -36   elbow 96   hand on hip   fingers 4
  hip right 0 1   knee right 93   ankle right -49
  hip left 92 1   knee left 90   ankle left flat

pose TUCK like START
  pelvis pitch 8
  lumbar 8
  shoulder -34 31 -35   elbow 97
  hip right -8 1
  hip left 84 1

pose END like START
  pelvis pitch 6 at 0.09 0.462 0
  lumbar 6
  shoulder -34 31 -36
  hip right -18 1   knee right 80
  hip left 86 1   knee left 103

motion
  "tuck the tail"  START -> TUCK  2s    breathe out
  "glide forward"  TUCK -> END    3s    breathe out
  stay             END            hold  breathe slow
  return           END -> START   3s    breathe in

planted knee right, foot left
check always tilt pelvis c7 0..8
check END tilt knee hip 10..20
check TUCK from START turn pelvis 4..10
check END from START turn pelvis 4..10
check moves knee right 0..1
