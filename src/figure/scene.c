#include "figure/scene.h"

#include "figure/contacts.h"

#include <stdlib.h>
#include <string.h>

enum { MAT_LAYERS = 6, SHADOW_STEP = 4, SHADOW_GROUP = 4, GLOW_STEP = 2, MARGIN = 12, BLEED = 2 };

// The strongest muscle light still lets the shape under it show.
static const float GLOW_MOST = 0.72f;

// Metres from the edge of a picture within which a shadow fades out.
static const double SHADOW_FADE = 0.11;

// The same of all that a close picture cuts, in metres of other pictures.
static const double CUT_FADE = 0.22;

// The mat, metres. Its top is the floor of the figure; its edge hangs below.
static const double MAT_LENGTH = 1.86, MAT_WIDTH = 0.66, MAT_THICKNESS = 0.012, MAT_CORNER = 0.03;

void patch_free(Patch *patch) { picture_free(&patch->picture); }

typedef struct {
    double left, top, right, bottom;
} Box;

static void box_add(Box *box, double x, double y, double radius) {
    box->left = fmin(box->left, x - radius), box->right = fmax(box->right, x + radius);
    box->top = fmin(box->top, y - radius), box->bottom = fmax(box->bottom, y + radius);
}

static void box_add_point(Box *box, const Camera *camera, Vec point, double radius) {
    double x, y, scale = camera_project(camera, point, &x, &y);
    box_add(box, x, y, radius * scale);
}

// Where the key light's ray through an end of an occluder meets the floor.
static Vec shadow_of(Point end, Point key) {
    return vec(end.x - key.x / key.y * end.y, 0, end.z - key.z / key.y * end.y);
}

static void add_corners(Box *box, const Scene *scene, Vec middle, Vec half) {
    for (int i = 0; i < 8; i++) {
        Vec corner = vec(i & 1 ? half.x : -half.x, i & 2 ? half.y : -half.y, i & 4 ? half.z : -half.z);
        box_add_point(box, &scene->camera, vec_add(middle, corner), 0.02);
    }
}

static void add_body(Box *box, const Scene *scene, const Stance *stance) {
    Body *body = malloc(sizeof *body);
    if (!body) abort();
    body_make(stance, body);
    prop_shapes_add(&scene->props, stance, body);
    prop_shapes_veil(&scene->props, body);
    for (int i = 0; i < body->shape_count; i++) {
        const Shape *shape = &body->shapes[i];
        if (shape->kind == SHAPE_BOX && shape->box.axes[0].x == 1) { // much smaller than its bound
            Point middle = shape->centre, half = shape->box.half;
            add_corners(box, scene, vec(middle.x, middle.y, middle.z), vec(half.x, half.y, half.z));
            continue;
        }
        box_add_point(box, &scene->camera, vec(shape->bound_centre.x, shape->bound_centre.y, shape->bound_centre.z),
                      shape->bound_radius * 0.9);
    }
    for (int i = 0; i < body->occluder_count; i++) {
        const Occluder *o = &body->occluders[i];
        Point end = {o->begin.x + o->span.x, o->begin.y + o->span.y, o->begin.z + o->span.z};
        box_add_point(box, &scene->camera, shadow_of(o->begin, scene->light.key), 0.10 + 0.3 * fmax(o->begin.y, 0));
        box_add_point(box, &scene->camera, shadow_of(end, scene->light.key), 0.10 + 0.3 * fmax(end.y, 0));
    }
    free(body);
}

// A still prop, and the floor its shadow reaches.
static void add_still(Box *box, const Scene *scene, const PropBox *prop) {
    add_corners(box, scene, prop->middle, prop->half);
    double base = prop->middle.y - prop->half.y, soft = 0.10 + 0.33 * base;
    Vec shadow = shadow_of((Point){(float)prop->middle.x, (float)base, (float)prop->middle.z}, scene->light.key);
    add_corners(box, scene, shadow, vec(prop->half.x + soft, 0, prop->half.z + soft));
}

typedef struct {
    Vec low, high; // low.x > high.x: of nothing
} Extent;

static void extend(Extent *extent, Vec at, double radius) {
    extent->low = vec(fmin(extent->low.x, at.x - radius), 0, fmin(extent->low.z, at.z - radius));
    extent->high = vec(fmax(extent->high.x, at.x + radius), 0, fmax(extent->high.z, at.z + radius));
}

static bool arm_is_planted(const Clip *clip, Bone bone) {
    for (int i = 0; i < clip->planted.count; i++) {
        const Contact *contact = &clip->planted.items[i];
        if (contact->on != PROP_MAT || (contact->kind != CONTACT_HAND && contact->kind != CONTACT_ELBOW)) continue;
        if (bone == BONE_SIDE(BONE_FOREARM, contact->side) || bone == BONE_SIDE(BONE_HAND, contact->side)) return true;
    }
    return false;
}

// What of the figure ever lies on the floor: all of it, or only the arms that bear its weight.
static Extent lying(const Clip *clip, const Stance *stances, int count, bool only_arms) {
    const double on_floor = 0.02;
    Extent extent = {vec(1e9, 0, 1e9), vec(-1e9, 0, -1e9)};
    for (int i = 0; i < count * skin_count; i++) {
        Skin skin = skin_at(i % skin_count);
        Vec at = stance_point(&stances[i / skin_count], skin.centre);
        if (at.y - skin.radius > on_floor) continue;
        if (!only_arms || arm_is_planted(clip, skin.centre.bone)) extend(&extent, at, skin.radius);
    }
    return extent;
}

// Moves the middle of a mat until it is under everything between two ends, if it is large enough.
static double moved_under(double middle, double low, double high, double mat) {
    double inside = mat / 2 - 0.03;
    if (low > high || high - low > 2 * inside) return middle;
    return fmin(fmax(middle, high - inside), low + inside);
}

static Vec mat_under(Vec middle, Extent extent) {
    middle.x = moved_under(middle.x, extent.low.x, extent.high.x, MAT_LENGTH);
    middle.z = moved_under(middle.z, extent.low.z, extent.high.z, MAT_WIDTH);
    return middle;
}

// The middle of all that is ever near the floor; the mat lies along x with the figure in its middle. That of
// all ways is one and the same, so that the next begins where the last ended.
static Vec middle_of(const Clip *clip, const Stance *stances, int count) {
    const double near_floor = 0.25;
    Vec low = vec(1e9, 0, 1e9), high = vec(-1e9, 0, -1e9);
    for (int i = 0; i < count; i++) {
        for (int bone = 0; bone < BONE_COUNT; bone++) {
            Vec joint = stances[i].joint[bone];
            if (joint.y > near_floor) continue;
            low = vec(fmin(low.x, joint.x), 0, fmin(low.z, joint.z));
            high = vec(fmax(high.x, joint.x), 0, fmax(high.z, joint.z));
        }
    }
    if (low.x > high.x) return vec(stances[0].joint[BONE_PELVIS].x, 0, stances[0].joint[BONE_PELVIS].z);
    Vec middle = mat_under(vec_scale(vec_add(low, high), 0.5), lying(clip, stances, count, false));
    return mat_under(middle, lying(clip, stances, count, true));
}

// Keeps of a box what is seen from close: a part of the body as large as others are whole.
static void keep_close(Scene *scene, Box *box, Vec middle) {
    const double half_width = 0.95 * scene->shown_per_metre, half_height = 0.80 * scene->shown_per_metre;
    double x, y;
    camera_project(&scene->camera, middle, &x, &y);
    scene->cut_left = box->left < x - half_width, scene->cut_right = box->right > x + half_width;
    scene->cut_top = box->top < y - half_height, scene->cut_bottom = box->bottom > y + half_height;
    box->left = fmax(box->left, x - half_width), box->right = fmin(box->right, x + half_width);
    box->top = fmax(box->top, y - half_height), box->bottom = fmin(box->bottom, y + half_height);
}

static void find_origin(Scene *scene, const Clip *clip, const Stance *first) {
    double x, y;
    camera_project(&scene->camera, scene->mat, &scene->origin_x, &scene->origin_y);
    if (clip->close <= 1) return;
    camera_project(&scene->camera, stance_point(first, clip->close_on), &x, &y);
    scene->origin_x = x;
    scene->origin_y = fmin(scene->origin_y, scene->height);
}

Scene scene_make(const Clip *clip, const Stance *stances, int count, double shown_per_metre) {
    double pixels_per_metre = shown_per_metre * clip_closeness(clip);
    Scene scene = {.pixels_per_metre = pixels_per_metre, .shown_per_metre = shown_per_metre,
                   .has_mat = clip->props[PROP_MAT]};
    scene.mat = clip->is_way ? vec(0, 0, 0) : middle_of(clip, stances, count);
    Camera looks = camera_make(clip->camera_az_deg, clip->camera_el_deg, scene.mat, pixels_per_metre);
    scene.props = prop_scene_make(clip, stances, count, vec_scale(looks.forward, -1));
    if (scene.has_mat && !clip->is_way) scene.mat = prop_mat_place(&scene.props, scene.mat, MAT_LENGTH / 2);
    scene.camera = camera_make(clip->camera_az_deg, clip->camera_el_deg, scene.mat, pixels_per_metre);
    scene.light = light_make(scene.camera.right, scene.camera.up, scene.camera.forward);
    Box box = {1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i < count; i++) add_body(&box, &scene, &stances[i]);
    for (int i = 0; i < scene.props.still_count; i++) add_still(&box, &scene, &scene.props.still[i]);
    for (int corner = 0; corner < 4 && scene.has_mat; corner++) {
        double x = corner & 1 ? 0.5 : -0.5, z = corner & 2 ? 0.5 : -0.5;
        Vec at = vec_add(scene.mat, vec(x * MAT_LENGTH, -MAT_THICKNESS, z * MAT_WIDTH));
        box_add_point(&box, &scene.camera, at, MAT_THICKNESS);
    }
    if (clip->close > 1) keep_close(&scene, &box, stance_point(&stances[0], clip->close_on));
    scene.camera.centre_x = floor(MARGIN - box.left);
    scene.camera.centre_y = floor(MARGIN - box.top);
    scene.width = ((int)(box.right - box.left) + 2 * MARGIN + 4) / 4 * 4;
    scene.height = ((int)(box.bottom - box.top) + 2 * MARGIN + 4) / 4 * 4;
    find_origin(&scene, clip, &stances[0]);
    return scene;
}

// Cuts a patch out of a canvas: the smallest rectangle with all that is not transparent.
static Patch trimmed(Picture *canvas, int step) {
    int left = canvas->width, top = canvas->height, right = 0, bottom = 0;
    for (int y = 0; y < canvas->height; y++) {
        const uint8_t *alpha = canvas->pixels + 4 * (size_t)y * (size_t)canvas->width + 3;
        int first = 0, last = canvas->width;
        while (first < last && !alpha[4 * first]) first++;
        while (last > first && !alpha[4 * (last - 1)]) last--;
        if (first == last) continue;
        if (first < left) left = first;
        if (last > right) right = last;
        if (y < top) top = y;
        bottom = y + 1;
    }
    Patch patch = {.step = step, .left = left * step, .top = top * step};
    if (right > left) patch.picture = picture_crop(canvas, left, top, right - left, bottom - top);
    else patch.left = patch.top = 0;
    picture_free(canvas);
    return patch;
}

// The mean colour of those of four neighbours that were known before this pass.
static void mean_of_known(Picture *picture, size_t pixel, const uint8_t *known, int row, int pass) {
    const int beside[4] = {-1, 1, -row, row}, beside_pixel[4] = {-1, 1, -picture->width, picture->width};
    int sum[3] = {0}, count = 0;
    for (int n = 0; n < 4; n++) {
        if (!known[beside[n]] || known[beside[n]] > pass) continue;
        const uint8_t *from = picture->pixels + 4 * ((long)pixel + beside_pixel[n]);
        for (int c = 0; c < 3; c++) sum[c] += from[c];
        count++;
    }
    for (int c = 0; c < 3 && count; c++) picture->pixels[4 * pixel + (size_t)c] = (uint8_t)(sum[c] / count);
}

// Colour flows into transparent neighbours, so that scaling and coding find no dark edge.
static void bleed(Picture *picture) {
    int width = picture->width, height = picture->height, row = width + 2; // known has a border of nothing
    uint8_t *known = calloc((size_t)row * (size_t)(height + 2), 1);
    if (!known) abort();
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            known[(y + 1) * row + x + 1] = picture->pixels[4 * ((size_t)y * (size_t)width + (size_t)x) + 3] != 0;
    for (int pass = 1; pass <= BLEED; pass++) {
        for (int y = 0; y < height; y++) {
            uint8_t *here = known + (y + 1) * row + 1;
            for (int x = 0; x < width; x++, here++) {
                if (*here || !(here[-1] | here[1] | here[-row] | here[row])) continue;
                bool beside = (uint8_t)(here[-1] - 1) < pass || (uint8_t)(here[1] - 1) < pass ||
                              (uint8_t)(here[-row] - 1) < pass || (uint8_t)(here[row] - 1) < pass;
                if (!beside) continue;
                mean_of_known(picture, (size_t)y * (size_t)width + (size_t)x, here, row, pass);
                *here = (uint8_t)(pass + 1);
            }
        }
    }
    free(known);
}

static uint8_t byte_of(float value) { return value <= 0 ? 0 : value >= 1 ? 255 : (uint8_t)(value * 255.0f + 0.5f); }

// The part of the canvas that the march drew on.
static Patch body_patch(const March *march) {
    int width = march->right - march->left, height = march->bottom - march->top;
    Patch patch = {.step = 1};
    if (width <= 0 || height <= 0) return patch;
    Picture canvas = picture_make(width, height);
    for (int y = 0; y < height; y++) {
        const Sample *s = &march->samples[(size_t)(march->top + y) * (size_t)march->width + (size_t)march->left];
        uint8_t *pixel = canvas.pixels + 4 * (size_t)y * (size_t)width;
        for (int x = 0; x < width; x++, s++, pixel += 4) {
            if (!march_shows(march, march->left + x, march->top + y)) {
                const int rest = MARCH_BLOCK - 1; // of the block
                x += rest, s += rest, pixel += 4 * rest;
                continue;
            }
            if (s->cover <= 0) continue;
            float share = 1 / s->cover;
            pixel[0] = byte_of(sqrtf(s->red * share));
            pixel[1] = byte_of(sqrtf(s->green * share));
            pixel[2] = byte_of(sqrtf(s->blue * share));
            pixel[3] = byte_of(s->cover);
        }
    }
    patch = trimmed(&canvas, 1);
    if (!patch.picture.width) return patch;
    patch.left += march->left, patch.top += march->top;
    bleed(&patch.picture);
    return patch;
}

static Patch glow_patch(const March *march) {
    static const float warm_colour[3] = {0xE2, 0x67, 0x4F}, cool_colour[3] = {0x3F, 0xB8, 0xBD};
    Picture canvas = picture_make(march->width / GLOW_STEP, march->height / GLOW_STEP);
    for (int y = march->top / GLOW_STEP; y < march->bottom / GLOW_STEP; y++) {
        for (int x = march->left / GLOW_STEP; x < march->right / GLOW_STEP; x++) {
            if (!march_shows(march, x * GLOW_STEP, y * GLOW_STEP)) continue;
            float warm = 0, cool = 0;
            for (int i = 0; i < GLOW_STEP * GLOW_STEP; i++) {
                size_t row = (size_t)(y * GLOW_STEP + i / GLOW_STEP);
                const Sample *s = &march->samples[row * (size_t)march->width + (size_t)(x * GLOW_STEP + i % GLOW_STEP)];
                warm += s->warm, cool += s->cool;
            }
            warm /= GLOW_STEP * GLOW_STEP, cool /= GLOW_STEP * GLOW_STEP;
            uint8_t *pixel = canvas.pixels + 4 * ((size_t)y * (size_t)canvas.width + (size_t)x);
            if (warm + cool <= 0) continue;
            for (int c = 0; c < 3; c++)
                pixel[c] = (uint8_t)((warm * warm_colour[c] + cool * cool_colour[c]) / (warm + cool) + 0.5f);
            pixel[3] = byte_of(GLOW_MOST * fmaxf(warm, cool));
        }
    }
    Patch patch = trimmed(&canvas, GLOW_STEP);
    if (patch.picture.width) bleed(&patch.picture);
    return patch;
}

// Lets a picture fade out towards the edges of a box, where it would be cut.
static void fade_patch(Patch *patch, const Box *box, double fade_px) {
    for (int y = 0; y < patch->picture.height; y++) {
        uint8_t *alpha = patch->picture.pixels + 4 * (size_t)y * (size_t)patch->picture.width + 3;
        for (int x = 0; x < patch->picture.width; x++, alpha += 4) {
            if (!*alpha) continue;
            double cx = patch->left + (x + 0.5) * patch->step, cy = patch->top + (y + 0.5) * patch->step;
            double inside = fmin(fmin(cx - box->left, box->right - cx), fmin(cy - box->top, box->bottom - cy));
            double share = fmin(fmax(inside / fade_px, 0), 1);
            *alpha = (uint8_t)(*alpha * share * share * (3 - 2 * share) + 0.5);
        }
    }
}

// Where the canvas cuts what there is, a picture fades out.
static void fade_cuts(const Scene *scene, Patch *patch) {
    const double away = 1e9;
    if (!(scene->cut_left || scene->cut_top || scene->cut_right || scene->cut_bottom)) return;
    Box box = {scene->cut_left ? 0 : -away, scene->cut_top ? 0 : -away,
               scene->cut_right ? scene->width : away, scene->cut_bottom ? scene->height : away};
    fade_patch(patch, &box, CUT_FADE * scene->shown_per_metre);
}

// What a canvas position shows of the ground: the floor, or a still prop before it. False: neither.
static bool ground_point(const Scene *scene, double x, double y, GroundPoint *ground) {
    Vec point = {0, 0, 0}, out = {0, 1, 0}, ray = camera_ray(&scene->camera, x, y);
    bool seen = camera_floor(&scene->camera, x, y, &point);
    if (scene->props.still_count) {
        double hit = prop_hit(&scene->props, scene->camera.eye, ray, &out);
        double to_floor = seen ? vec_dot(vec_sub(point, scene->camera.eye), ray) / vec_dot(ray, ray) : HUGE_VAL;
        ground->on_prop = hit < to_floor;
        if (ground->on_prop) point = vec_add(scene->camera.eye, vec_scale(ray, hit));
        else out = vec(0, 1, 0);
    }
    ground->at = (Point){(float)point.x, (float)point.y, (float)point.z};
    ground->normal = (Point){(float)out.x, (float)out.y, (float)out.z};
    return seen || ground->on_prop;
}

// Pixels of a shadow to be worked out together.
typedef struct {
    GroundPoint *points;
    int *pixels;
    float *dark;
    int count;
} Shade;

static Shade shade_make(int most) {
    size_t count = (size_t)most;
    Shade shade = {malloc(count * sizeof *shade.points), malloc(count * sizeof *shade.pixels), malloc(count * sizeof *shade.dark), 0};
    if (!shade.points || !shade.pixels || !shade.dark) abort();
    return shade;
}

static void shade_free(Shade *shade) {
    free(shade->points);
    free(shade->pixels);
    free(shade->dark);
}

static void shade_add(Shade *shade, const Scene *scene, int x, int y, int pixel) {
    GroundPoint point = {0};
    if (!ground_point(scene, (x + 0.5) * SHADOW_STEP, (y + 0.5) * SHADOW_STEP, &point)) return;
    shade->points[shade->count] = point;
    shade->pixels[shade->count++] = pixel;
}

// Marks the groups of 4 x 4 pixels in which any may be dark: one in the middle of them, or of those beside them, is.
// Most of a canvas lies in no shadow at all; that is found out for a sixteenth of what it takes to look at every pixel.
static void find_dark_groups(Shade *shade, const Scene *scene, const March *march, const Body *body, int across, int down,
                             uint8_t *groups) {
    const float faint = 0.002f; // a quarter of the least that is seen
    for (int i = 0; i < across * down; i++)
        shade_add(shade, scene, i % across * SHADOW_GROUP + SHADOW_GROUP / 2, i / across * SHADOW_GROUP + SHADOW_GROUP / 2, i);
    march_darken(march, body, &scene->light, shade->points, shade->count, shade->dark);
    for (int i = 0; i < shade->count; i++) {
        if (shade->dark[i] <= faint) continue;
        int x = shade->pixels[i] % across, y = shade->pixels[i] / across;
        for (int by = y > 0 ? y - 1 : 0; by <= y + 1 && by < down; by++)
            for (int bx = x > 0 ? x - 1 : 0; bx <= x + 1 && bx < across; bx++) groups[by * across + bx] = 1;
    }
    shade->count = 0;
}

static Patch shadow_patch(const Scene *scene, const March *march, const Body *body) {
    Picture canvas = picture_make(scene->width / SHADOW_STEP, scene->height / SHADOW_STEP);
    int across = (canvas.width + SHADOW_GROUP - 1) / SHADOW_GROUP, down = (canvas.height + SHADOW_GROUP - 1) / SHADOW_GROUP;
    Shade shade = shade_make(across * SHADOW_GROUP * down * SHADOW_GROUP);
    uint8_t *groups = calloc((size_t)across, (size_t)down);
    if (!groups) abort();
    find_dark_groups(&shade, scene, march, body, across, down, groups);
    for (int y = 0; y < canvas.height; y++)
        for (int x = 0; x < canvas.width; x++)
            if (groups[y / SHADOW_GROUP * across + x / SHADOW_GROUP]) shade_add(&shade, scene, x, y, y * canvas.width + x);
    march_darken(march, body, &scene->light, shade.points, shade.count, shade.dark);
    for (int i = 0; i < shade.count; i++) canvas.pixels[4 * shade.pixels[i] + 3] = byte_of((shade.dark[i] - 0.008f) * 1.008f);
    shade_free(&shade);
    free(groups);
    // Wide and faint, it reaches beyond the canvas.
    Patch whole = {canvas, 0, 0, SHADOW_STEP};
    fade_patch(&whole, &(Box){0, 0, scene->width, scene->height}, SHADOW_FADE * scene->shown_per_metre);
    return trimmed(&whole.picture, SHADOW_STEP);
}

static Sample mixed(const Sample *a, const Sample *b, float share) {
    return (Sample){a->red + share * (b->red - a->red),       a->green + share * (b->green - a->green),
                    a->blue + share * (b->blue - a->blue),    a->cover + share * (b->cover - a->cover),
                    a->warm + share * (b->warm - a->warm),    a->cool + share * (b->cool - a->cool)};
}

// Draws the body with what stands before it as if that were of glass: where it is, all is drawn twice.
static void draw_veiled(const Scene *scene, March *march, Body *body) {
    const float opaque = 0.42f;
    int bare = body->shape_count;
    march_draw(march, body, &scene->camera, &scene->light);
    prop_shapes_veil(&scene->props, body);
    March veiled = march_make(scene->width, scene->height);
    veiled.narrow = march->narrow, veiled.no_masks = march->no_masks, veiled.quick = march->quick;
    march_draw_around(&veiled, body, bare, &scene->camera, &scene->light);
    for (int y = veiled.top; y < veiled.bottom; y++)
        for (int x = veiled.left; x < veiled.right; x++) {
            size_t i = (size_t)y * (size_t)march->width + (size_t)x;
            if (march_shows(&veiled, x, y)) march->samples[i] = mixed(&march->samples[i], &veiled.samples[i], opaque);
        }
    march_join_shown(march, &veiled);
    march->rays += veiled.rays;
    march_free(&veiled);
}

SceneLayers scene_draw(const Scene *scene, March *march, const Clip *clip, const Stance *stance, double glow) {
    Body *body = malloc(sizeof *body);
    if (!body) abort();
    body_make(stance, body);
    prop_shapes_add(&scene->props, stance, body);
    body_add_muscles(body, stance, clip, glow);
    if (scene->props.has_veil) draw_veiled(scene, march, body);
    else march_draw(march, body, &scene->camera, &scene->light);
    SceneLayers layers = {shadow_patch(scene, march, body), body_patch(march), glow_patch(march)};
    fade_cuts(scene, &layers.shadow), fade_cuts(scene, &layers.body), fade_cuts(scene, &layers.glow);
    free(body);
    return layers;
}

// Distance to the edge of the mat, metres, negative inside: a rectangle with round corners.
static double mat_distance(const Scene *scene, double x, double z) {
    double across = fabs(x - scene->mat.x) - MAT_LENGTH / 2 + MAT_CORNER;
    double along = fabs(z - scene->mat.z) - MAT_WIDTH / 2 + MAT_CORNER;
    double outside = sqrt(fmax(across, 0) * fmax(across, 0) + fmax(along, 0) * fmax(along, 0));
    return outside + fmin(fmax(across, along), 0) - MAT_CORNER;
}

// Share of a pixel inside an edge at `distance` metres.
static double coverage(double distance, double pixels_per_metre) {
    return fmin(fmax(0.5 - distance * pixels_per_metre, 0), 1);
}

// The top of the mat over its edge; the edge is the same outline, a thickness lower.
static void mat_pixel(const Scene *scene, double x, double y, uint8_t pixel[4]) {
    static const double top_colour[3] = {150, 184, 184}, edge_colour[3] = {112, 148, 150};
    Vec top, low;
    if (!camera_floor(&scene->camera, x, y, &top)) return;
    double distance = mat_distance(scene, top.x, top.z);
    if (distance > 0.5) return;
    double scale = scene->pixels_per_metre * 0.5; // the floor is seen at a slant
    double cover = coverage(distance, scale), all = cover;
    for (int layer = 1; layer <= MAT_LAYERS; layer++) {
        double lower = MAT_THICKNESS * scene->pixels_per_metre * layer / MAT_LAYERS;
        if (camera_floor(&scene->camera, x, y - lower, &low))
            all = fmax(all, coverage(mat_distance(scene, low.x, low.z), scale));
    }
    if (all <= 0) return;
    // A thin lighter line runs inside the border.
    double line = fmin(fmax(1 - fabs(distance + 0.018) * 260, 0), 1) * 0.35;
    double light = 1 + 0.05 * (top.x - scene->mat.x) / MAT_LENGTH;
    for (int c = 0; c < 3; c++) {
        double lit = (top_colour[c] + (225 - top_colour[c]) * line) * light;
        pixel[c] = (uint8_t)(fmin((lit * cover + edge_colour[c] * (all - cover)) / all, 255) + 0.5);
    }
    pixel[3] = (uint8_t)(all * 255 + 0.5);
}

static void over(uint8_t *to, const uint8_t *from) {
    int alpha = from[3], under = to[3] * (255 - alpha) / 255, all = alpha + under;
    if (!all) return;
    for (int c = 0; c < 3; c++) to[c] = (uint8_t)((from[c] * alpha + to[c] * under + all / 2) / all);
    to[3] = (uint8_t)all;
}

void patch_over(Picture *canvas, const Patch *patch) {
    if (!patch->picture.width) return;
    int width = patch->picture.width * patch->step, height = patch->picture.height * patch->step;
    Picture full = patch->step == 1 ? patch->picture : picture_scaled(&patch->picture, width, height);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int cx = patch->left + x, cy = patch->top + y;
            if (cx < 0 || cy < 0 || cx >= canvas->width || cy >= canvas->height) continue;
            over(canvas->pixels + 4 * ((size_t)cy * (size_t)canvas->width + (size_t)cx),
                 full.pixels + 4 * ((size_t)y * (size_t)width + (size_t)x));
        }
    }
    if (patch->step != 1) picture_free(&full);
}

// The shadow of still props over what is drawn of the floor so far.
static void floor_shadow_pixel(const Scene *scene, double x, double y, uint8_t pixel[4]) {
    Vec at;
    if (!camera_floor(&scene->camera, x, y, &at)) return;
    double dark = prop_floor_shadow(&scene->props, &scene->light, at) - 0.008;
    if (dark <= 0) return;
    uint8_t black[4] = {0, 0, 0, (uint8_t)(255 * dark + 0.5)};
    over(pixel, black);
}

static void draw_still_props(const Scene *scene, Picture *canvas) {
    Body *body = malloc(sizeof *body);
    if (!body) abort();
    prop_shapes_still(&scene->props, body);
    March march = march_make(scene->width, scene->height);
    march_draw(&march, body, &scene->camera, &scene->light);
    Patch props = body_patch(&march);
    patch_over(canvas, &props);
    patch_free(&props);
    march_free(&march);
    free(body);
}

Patch scene_ground(const Scene *scene) {
    bool has_props = scene->props.still_count > 0;
    if (!scene->has_mat && !has_props) return (Patch){.step = 1};
    Picture canvas = picture_make(scene->width, scene->height);
    for (int y = 0; y < canvas.height; y++)
        for (int x = 0; x < canvas.width; x++) {
            uint8_t *pixel = canvas.pixels + 4 * ((size_t)y * (size_t)canvas.width + (size_t)x);
            if (scene->has_mat) mat_pixel(scene, x + 0.5, y + 0.5, pixel);
            if (has_props) floor_shadow_pixel(scene, x + 0.5, y + 0.5, pixel);
        }
    if (has_props) draw_still_props(scene, &canvas);
    Patch patch = trimmed(&canvas, 1);
    if (patch.picture.width) bleed(&patch.picture);
    fade_cuts(scene, &patch);
    return patch;
}

static void box_add_patch(Box *box, const Patch *patch) {
    if (!patch->picture.width) return;
    box_add(box, patch->left, patch->top, 0);
    box_add(box, patch->left + patch->picture.width, patch->top + patch->picture.height, 0);
}

Picture scene_poster(const Scene *scene, March *march, const Clip *clip, const Stance *stance, int width, int height) {
    Picture canvas = picture_make(scene->width, scene->height);
    SceneLayers layers = scene_draw(scene, march, clip, stance, 0);
    Patch ground = scene_ground(scene);
    Box box = {1e9, 1e9, -1e9, -1e9};
    box_add_patch(&box, &layers.body);
    box_add_patch(&box, &ground);
    if (!ground.picture.width) { // some floor instead
        box.left = fmax(box.left - 48, 0), box.right = fmin(box.right + 96, scene->width);
        box.bottom = fmin(box.bottom + 24, scene->height);
    }
    fade_patch(&layers.shadow, &box, SHADOW_FADE * scene->shown_per_metre);
    patch_over(&canvas, &ground);
    patch_over(&canvas, &layers.shadow);
    patch_over(&canvas, &layers.body);
    int left = (int)box.left, top = (int)box.top, w = (int)box.right - left, h = (int)box.bottom - top;
    Picture crop = picture_crop(&canvas, left, top, w, h);
    double shrink = fmin(fmin((double)width / w, (double)height / h), 1);
    Picture poster = picture_scaled(&crop, (int)(w * shrink), (int)(h * shrink));
    picture_free(&crop);
    picture_free(&canvas);
    patch_free(&ground);
    patch_free(&layers.shadow), patch_free(&layers.body), patch_free(&layers.glow);
    return poster;
}
