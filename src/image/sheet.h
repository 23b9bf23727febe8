// A sprite sheet: pages of pictures and a text index that says which part of which page is which frame.
//
// Written by limber-bake, read by the player; a person may replace any of it by hand-drawn art.
// The folder of a sheet is SHEETS/MOVE-ID/ with `sheet.txt`, `page-0.webp.gz` ..., and `poster.png`. A page may be
// WebP as it is or PNG instead (`page-0.webp`, `page-0.png`), as own art often is: the first of these that is there.
// The scene is one canvas; the mat and other props are the ground, drawn once under every frame.
// Pictures are of the first (right) side; the second side is the same, mirrored.
#pragma once

#include "base/file.h"

// From back to front.
typedef enum { LAYER_SHADOW, LAYER_BODY, LAYER_GLOW, LAYER_COUNT } Layer;

// A trimmed part of a page and where its top left corner belongs on the canvas. Soft layers are
// stored small: each stored pixel covers `step` x `step` canvas pixels. width 0: nothing to draw.
typedef struct {
    int page, x, y, width, height; // pixels of the page
    int left, top;                 // pixels of the canvas
    int step;
} Cell;

typedef struct {
    Cell layers[LAYER_COUNT];
    bool has_at;
    double at; // in a motion strip: when it is shown, 0..1 of the way in time. Without it frames are even
    bool has_leap;
    double leap; // canvas pixels that the part of the picture that goes farthest goes until the next frame of the strip
    double travel; // metres one has walked since the first frame; the floor has gone back so far
    bool has_pelvis;
    double pelvis_x, pelvis_y; // canvas pixels: where the middle of the hips is, so that two sheets can be joined there
} Frame;

typedef enum {
    STRIP_MOTION, // from pose `from` to pose `to`: first frame is `from`, last is `to`
    STRIP_BREATH, // pose `from` (= `to`) breathing: first frame is empty lungs, last is a full breath
} StripKind;

typedef struct {
    StripKind kind;
    const char *from, *to; // names of poses
    int first_frame, frame_count;
} Strip;

typedef struct {
    const char *move;            // id
    const char *folder;          // where it was read from
    const char *key;             // of what was baked, for limber-bake; NULL in own art
    int width, height;           // canvas pixels
    double pixels_per_metre;     // of the canvas; pictures of different sheets are shown at one scale
    double origin_x, origin_y;   // canvas pixel of the middle of the mat on the floor
    double stride;               // metres of one repetition of a figure that walks; 0 of others
    double close;                // how many times larger than others its person is shown; 0: as large
    Cell ground;
    LIST(Frame) frames;
    LIST(Strip) strips;
    int page_count;
} Sheet;

enum { SHEET_FORMAT = 1 };

bool sheet_read(Arena *arena, const char *folder, Sheet *sheet, Error *error);
bool sheet_write(const Sheet *sheet, const char *folder, Error *error);

// The frame at `position` 0..1 of the motion between two poses (a strip may be played backwards),
// or of the breath strip of `from`; -1 when the sheet has no such strip.
int sheet_motion_frame(const Sheet *sheet, const char *from, const char *to, double position);
int sheet_breath_frame(const Sheet *sheet, const char *pose, double fullness);

// What is seen between two frames: `part` of FRAME_MIX_PARTS of `next`, the rest of `frame`; part 0: `frame` alone,
// and next = frame.
typedef struct {
    int frame, next, part;
} FrameMix;

enum { FRAME_MIX_PARTS = 32 };

// As sheet_motion_frame and sheet_breath_frame, between the frames; frame -1 when there is no such strip. Two frames are
// mixed by time where they are near each other: all the time up to a leap of 10 pixels, ever more shortly up to 20. Farther
// apart, or when the sheet does not say how far, one would see edges double: each is shown until halfway to the next.
FrameMix sheet_motion_mix(const Sheet *sheet, const char *from, const char *to, double position);
FrameMix sheet_breath_mix(const Sheet *sheet, const char *pose, double fullness);

// SHEET/page-N.webp.gz if there is one, else SHEET/page-N.webp, else SHEET/page-N.png, in the arena.
char *sheet_page_path(Arena *arena, const Sheet *sheet, int page);
