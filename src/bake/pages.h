// Puts trimmed pictures on pages in the order they come, shelf by shelf, and writes full pages.
#pragma once

#include "figure/scene.h"
#include "image/sheet.h"

#include <pthread.h>

enum { PAGE_SIDE = 2048, PAGE_SHELVES = 64 };

// A page that is coded and written while the next is filled.
typedef struct {
    pthread_t thread;
    Picture picture;
    char path[4096];
    bool running, good;
    Error error;
} PageWriter;

typedef struct {
    const char *folder;
    PageWriter *writer; // of the caller; NULL: pages are written at once
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

// Ends the open page, if any. What fails while it is written is said by the next call.
bool pages_end(Pages *pages, Error *error);

// Ends the open page and waits until all are written. False when any was not; then nothing waits either.
bool pages_finish(Pages *pages, Error *error);
