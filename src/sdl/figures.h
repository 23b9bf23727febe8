// Turns figures and posters of a draw list into sprites: finds the sheet of a move, the frame, its
// layers, and asks the loader for what is shown now and what will be soon.
#pragma once

#include "sdl/stamp.h"
#include "ui/draw.h"

typedef struct Figures Figures;

enum { STAMPS_A_FIGURE = 1 + LAYER_COUNT };

enum { OWN_FOLDER, SHEET_FOLDERS = 3 };

// Each folder (or NULL) has one folder a move; the first that holds a sound sheet of it gives its picture. The
// first of them is the person's own art, in which a move's sheet also stands for its variants.
// `at_once`: decode while asked instead of on a thread.
Figures *figures_open(const char *const folders[SHEET_FOLDERS], bool at_once, size_t budget_bytes);
void figures_close(Figures *figures);

// Looks for the move's sheet again, where none was found before.
void figures_look_again(Figures *figures, const char *move);

// Begins a list; stamps given for the list before are good until then.
void figures_begin(Figures *figures);

// The sprites of a figure or poster op, back to front; returns how many. Between two frames they are mixed by time; while
// one of those is being decoded the nearer is shown alone, or the frame shown last; none when there is nothing to show.
int figures_stamps(Figures *figures, const DrawOp *op, Stamp stamps[STAMPS_A_FIGURE]);

// Asks for the pictures of a figure that will be shown soon.
void figures_soon(Figures *figures, const DrawOp *op);

// Asks for what comes next, when all stamps of the list are taken: the rest of the strip, the first
// frames of the move whose poster is shown, the other strips.
void figures_prefetch(Figures *figures, const DrawList *list);

// As SheetMeasure.extent: of the mat and all bodies, metres.
bool figures_extent(Figures *figures, const char *move, float *left, float *right, float *up, float *down);

// As SheetMeasure.has_pose.
bool figures_have_pose(Figures *figures, const char *move, const char *pose);

// As SheetMeasure.body.
bool figures_body(Figures *figures, const DrawOp *op, FigureBody *body);

bool figures_are_waiting(const Figures *figures);

// As loader_bytes.
size_t figures_bytes(Figures *figures, bool finish);
