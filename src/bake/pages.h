// Puts trimmed pictures on pages in the order they come, shelf by shelf, and writes full pages.
#pragma once

#include "figure/scene.h"
#include "image/sheet.h"

enum { PAGE_SIDE = 2048, PAGE_SHELVES = 64 };

typedef struct {
    const char *folder;
    Picture page;
    struct {
        int top, height, used;
    } shelves[PAGE_SHELVES];
    int shelf_count, page_count; // pages begun
    int right, bottom;           // used
} Pages;

// Copies the patch to a page and fills the cell; an empty patch gives a cell of width 0.
bool pages_add(Pages *pages, const Patch *patch, Cell *cell, Error *error);

// Whether all of some patches would fit on the page that is open.
bool pages_have_room(const Pages *pages, const Patch *const *patches, int count);

// Ends the open page, if any, and writes it.
bool pages_end(Pages *pages, Error *error);
