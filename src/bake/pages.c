#include "bake/pages.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

// Pictures begin on blocks of the codec, so that none colours its neighbour.
enum { GAP = 2, BLOCK = 16, SLACK = 32 };

static int side_for(int wanted) { return wanted > PAGE_SIDE ? wanted : PAGE_SIDE; }

static int after(int end) { return (end + GAP + BLOCK - 1) / BLOCK * BLOCK; }

// A place for a rectangle on the open page; shelves keep rectangles of similar height together.
static bool place(Pages *pages, int width, int height, int *x, int *y) {
    for (int i = 0; i < pages->shelf_count; i++) {
        bool fits = pages->shelves[i].height >= height && pages->shelves[i].used + width <= pages->page.width;
        if (!fits || height * 2 < pages->shelves[i].height) continue;
        *x = pages->shelves[i].used, *y = pages->shelves[i].top;
        pages->shelves[i].used = after(pages->shelves[i].used + width);
        return true;
    }
    int top = 0;
    if (pages->shelf_count) top = after(pages->shelves[pages->shelf_count - 1].top + pages->shelves[pages->shelf_count - 1].height);
    if (pages->shelf_count == PAGE_SHELVES || top + height > pages->page.height || width > pages->page.width) return false;
    pages->shelves[pages->shelf_count].top = top;
    // A moving figure grows from frame to frame: a little more height lets the next ones stand beside it.
    int room = height > SLACK ? (height + SLACK) / SLACK * SLACK : height;
    pages->shelves[pages->shelf_count].height = top + room > pages->page.height ? height : room;
    pages->shelves[pages->shelf_count++].used = after(width);
    *x = 0, *y = top;
    return true;
}

bool pages_have_room(const Pages *pages, const Patch *const *patches, int count) {
    Pages trial = *pages;
    int x, y;
    if (!trial.page.width) return true;
    for (int i = 0; i < count; i++) {
        const Picture *picture = &patches[i]->picture;
        if (picture->width && !place(&trial, picture->width, picture->height, &x, &y)) return false;
    }
    return true;
}

bool pages_add(Pages *pages, const Patch *patch, Cell *cell, Error *error) {
    const Picture *from = &patch->picture;
    *cell = (Cell){.step = patch->step};
    if (!from->width) return true;
    int x, y;
    if (!pages->page.width || !place(pages, from->width, from->height, &x, &y)) {
        if (!pages_end(pages, error)) return false;
        pages->page = picture_make(side_for(from->width), side_for(from->height));
        pages->page_count++;
        bool placed = place(pages, from->width, from->height, &x, &y);
        assert(placed);
    }
    for (int row = 0; row < from->height; row++)
        memcpy(pages->page.pixels + 4 * ((size_t)(y + row) * (size_t)pages->page.width + (size_t)x),
               from->pixels + 4 * (size_t)row * (size_t)from->width, 4 * (size_t)from->width);
    if (x + from->width > pages->right) pages->right = x + from->width;
    if (y + from->height > pages->bottom) pages->bottom = y + from->height;
    *cell = (Cell){pages->page_count - 1, x, y, from->width, from->height, patch->left, patch->top, patch->step};
    return true;
}

bool pages_end(Pages *pages, Error *error) {
    if (!pages->page.width) return true;
    Picture used = picture_crop(&pages->page, 0, 0, pages->right, pages->bottom);
    picture_free(&pages->page);
    pages->shelf_count = pages->right = pages->bottom = 0;
    char path[4096];
    bool fits = snprintf(path, sizeof path, "%s/page-%d.webp.gz", pages->folder, pages->page_count - 1) < (int)sizeof path;
    bool good = fits ? picture_write(path, &used, error)
                     : error_set(error, "cannot write into %s: the path is too long", pages->folder);
    picture_free(&used);
    return good;
}
