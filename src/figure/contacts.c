#include "figure/contacts.h"

#include "figure/least.h"

#include <assert.h>
#include <string.h>

typedef enum { PART_TRUNK, PART_ARM_RIGHT, PART_ARM_LEFT, PART_LEG_RIGHT, PART_LEG_LEFT } Part;

// What the solver may change. The stiffness says how dear a radian (a metre of the root) is: limbs
// give way before the spine, the spine before the pelvis.
typedef struct {
    Dof dof;
    Part part;
    double stiffness;
} Variable;

enum { PELVIS_TURNS = 3, ROOT = 3, VARIABLES_MAX = LEAST_UNKNOWNS, SKINS_MAX = 40, TOUCHES_MAX = 64,
       ROWS_MAX = VARIABLES_MAX + 3 * CONTACT_PINS_MAX + 2 * SKINS_MAX + TOUCHES_MAX + RESTS_MAX };

#define ARM(part, side)                                                                                  \
    {DOF_SIDE(DOF_GIRDLE_P, side), part, 1.5}, {DOF_SIDE(DOF_GIRDLE_E, side), part, 1.5},                \
    {DOF_SIDE(DOF_SHOULDER_F, side), part, 1}, {DOF_SIDE(DOF_SHOULDER_A, side), part, 1},                \
    {DOF_SIDE(DOF_SHOULDER_R, side), part, 1}, {DOF_SIDE(DOF_ELBOW, side), part, 1}
#define LEG(part, side)                                                                                  \
    {DOF_SIDE(DOF_HIP_F, side), part, 1}, {DOF_SIDE(DOF_HIP_A, side), part, 1},                          \
    {DOF_SIDE(DOF_HIP_R, side), part, 1.5}, {DOF_SIDE(DOF_KNEE, side), part, 1}, {DOF_SIDE(DOF_ANKLE, side), part, 1}

static const Variable variables[] = {
    {DOF_ROOT_X, PART_TRUNK, 8}, {DOF_ROOT_Y, PART_TRUNK, 8}, {DOF_ROOT_Z, PART_TRUNK, 8},
    // The pelvis turns about its own axes, which never lock as pitch, lean and turn do.
    {DOF_PITCH, PART_TRUNK, 3}, {DOF_LEAN, PART_TRUNK, 3}, {DOF_TURN, PART_TRUNK, 3},
    {DOF_LUMBAR_F, PART_TRUNK, 2}, {DOF_LUMBAR_S, PART_TRUNK, 2}, {DOF_LUMBAR_R, PART_TRUNK, 2},
    {DOF_THORAX_F, PART_TRUNK, 2}, {DOF_THORAX_S, PART_TRUNK, 2}, {DOF_THORAX_R, PART_TRUNK, 2},
    {DOF_NECK_F, PART_TRUNK, 1}, {DOF_NECK_S, PART_TRUNK, 1}, {DOF_HEAD_F, PART_TRUNK, 1},
    ARM(PART_ARM_RIGHT, RIGHT), ARM(PART_ARM_LEFT, LEFT), LEG(PART_LEG_RIGHT, RIGHT), LEG(PART_LEG_LEFT, LEFT),
};
enum { VARIABLES = sizeof variables / sizeof variables[0] };
static_assert(sizeof variables / sizeof variables[0] <= VARIABLES_MAX, "room for the variables");
static_assert((int)ROWS_MAX <= (int)LEAST_ROWS, "room for the residuals");

// Residuals: one unit is as bad as moving a joint of stiffness 1 by a radian.
static const double pin_stiffness = 100;    // per metre
static const double floor_stiffness = 200;  // per metre
static const double roll_stiffness = 200;   // per metre, of flesh on a roller or ball
static const double rest_stiffness = 30;    // per metre, of a skin that rests on the floor
static const double rest_height = 0.06;     // metres; what is given higher does not rest
static const double limit_stiffness = 40;   // per radian
static const double limit_near_deg = 20;    // joints nearer to a limit than this are watched
static const double skin_near = 0.12;       // and skins nearer to the floor, metres
static const double soft = 0.001;           // the floor's first millimetre gives way gradually

typedef struct {
    Skin skin;
    double given; // height in the given pose, not below the floor
    double rest;  // stiffness that keeps it there
} WatchedSkin;

// A skin near an obstacle.
typedef struct {
    Skin skin;
    const Obstacle *obstacle;
} Touch;

typedef struct {
    const Contacts *contacts;
    const Pose *given;
    Axes pelvis;                 // of the given pose
    bool watched[VARIABLES_MAX]; // near a limit
    int watched_count;
    WatchedSkin skins[SKINS_MAX];
    int skin_count;
    Touch touches[TOUCHES_MAX];
    int touch_count;
    int rows;
} Problem;

void contacts_pin(Contacts *contacts, BonePoint point, Vec at, Vec weight) {
    assert(contacts->pin_count < CONTACT_PINS_MAX);
    contacts->pins[contacts->pin_count++] = (Pin){point, at, weight};
}

static bool is_limited(int variable) { return variable >= ROOT + PELVIS_TURNS; }

static AngleRange limit_of(int variable, const Pose *pose) {
    Dof dof = variables[variable].dof;
    Side side = dof < DOF_LIMBS_END ? RIGHT : LEFT;
    return skeleton_limit(dof, pose->dof[DOF_SIDE(DOF_KNEE, side)]);
}

// The unknowns are what each variable moves from the given pose, times its stiffness.
static void set_variable(const Problem *problem, int variable, double unknown, Pose *pose) {
    Dof dof = variables[variable].dof;
    double moved = unknown / variables[variable].stiffness;
    pose->dof[dof] = problem->given->dof[dof] + (variable < ROOT ? moved : DEGREES(moved));
}

static Axes turned_pelvis(const Problem *problem, const double *unknowns) {
    // Pitch is about z, lean about x, turn about -y.
    return axes_turn_about(problem->pelvis,
                           vec(unknowns[4] / variables[4].stiffness, -unknowns[5] / variables[5].stiffness,
                               unknowns[3] / variables[3].stiffness));
}

static void stand_part(const Pose *pose, Axes pelvis, Part part, Stance *stance) {
    if (part == PART_TRUNK) skeleton_stand_trunk(pose, pelvis, stance);
    if (part == PART_TRUNK || part == PART_ARM_RIGHT) skeleton_stand_arm(pose, RIGHT, stance);
    if (part == PART_TRUNK || part == PART_ARM_LEFT) skeleton_stand_arm(pose, LEFT, stance);
    if (part == PART_TRUNK || part == PART_LEG_RIGHT) skeleton_stand_leg(pose, RIGHT, stance);
    if (part == PART_TRUNK || part == PART_LEG_LEFT) skeleton_stand_leg(pose, LEFT, stance);
}

static double clearance(const Stance *stance, Skin skin) {
    return stance_point(stance, skin.centre).y - skin.radius;
}

static double sink(double height) { return height < 0 ? floor_stiffness * height * height / (soft - height) : 0; }

// The residuals that follow from where the bones are. Those that are nothing in every pose are left out.
static int bone_residuals(const Problem *problem, const Stance *stance, double *rows) {
    const Contacts *contacts = problem->contacts;
    int count = 0;
    for (int i = 0; i < contacts->pin_count; i++) {
        const Pin *pin = &contacts->pins[i];
        Vec off = vec_scale(vec_sub(stance_point(stance, pin->point), pin->at), pin_stiffness);
        if (pin->weight.x != 0) rows[count++] = off.x * pin->weight.x;
        if (pin->weight.y != 0) rows[count++] = off.y * pin->weight.y;
        if (pin->weight.z != 0) rows[count++] = off.z * pin->weight.z;
    }
    for (int i = 0; i < problem->skin_count; i++) {
        double height = clearance(stance, problem->skins[i].skin);
        rows[count++] = sink(height);
        if (problem->skins[i].rest > 0) rows[count++] = problem->skins[i].rest * (height - problem->skins[i].given);
    }
    for (int i = 0; i < problem->touch_count; i++)
        rows[count++] =
            sink(skin_distance(problem->touches[i].skin, problem->touches[i].obstacle, stance));
    const Obstacles *obstacles = &contacts->obstacles;
    for (int i = 0; i < obstacles->rest_count; i++)
        rows[count++] = roll_stiffness * rest_gap(obstacles, &obstacles->rests[i], stance);
    return count;
}

static int limit_residuals(const Problem *problem, const Pose *pose, double *rows) {
    int count = 0;
    for (int i = 0; i < VARIABLES; i++) {
        if (!problem->watched[i]) continue;
        AngleRange limit = limit_of(i, pose);
        double angle = pose->dof[variables[i].dof];
        rows[count++] = limit_stiffness * RADIANS(fmax(0, angle - limit.max) - fmax(0, limit.min - angle));
    }
    return count;
}

static void pose_of_unknowns(const Problem *problem, const double *unknowns, Pose *pose) {
    *pose = *problem->given;
    for (int i = 0; i < VARIABLES; i++)
        if (i < ROOT || is_limited(i)) set_variable(problem, i, unknowns[i], pose);
}

static void residuals(const Problem *problem, const double *unknowns, Pose *pose, Stance *stance, double *rows) {
    pose_of_unknowns(problem, unknowns, pose);
    stand_part(pose, turned_pelvis(problem, unknowns), PART_TRUNK, stance);
    int count = limit_residuals(problem, pose, rows);
    bone_residuals(problem, stance, rows + count);
}

static void measure(const void *data, const double *unknowns, double *rows) {
    Pose pose;
    Stance stance;
    residuals(data, unknowns, &pose, &stance, rows);
}

// One column per variable by a small step; only the part of the body below it is worked out again.
static void derive(const void *data, const double *unknowns, double (*slopes)[LEAST_UNKNOWNS]) {
    const Problem *problem = data;
    const double step = 1e-6;
    Pose pose;
    Stance stance;
    double base[ROWS_MAX], moved[ROWS_MAX], there[VARIABLES_MAX];
    residuals(problem, unknowns, &pose, &stance, base);
    memcpy(there, unknowns, sizeof(double) * VARIABLES);
    memset(slopes, 0, sizeof *slopes * (size_t)problem->rows);
    for (int i = 0; i < VARIABLES; i++) {
        Pose near_pose = pose;
        Stance near_stance = stance;
        there[i] = unknowns[i] + step;
        if (i < ROOT || is_limited(i)) set_variable(problem, i, there[i], &near_pose);
        stand_part(&near_pose, turned_pelvis(problem, there), variables[i].part, &near_stance);
        there[i] = unknowns[i];
        int limits = limit_residuals(problem, &near_pose, moved);
        bone_residuals(problem, &near_stance, moved + limits);
        for (int row = 0; row < problem->rows; row++) slopes[row][i] = (moved[row] - base[row]) / step;
    }
}

static void watch_limits(Problem *problem) {
    for (int i = ROOT + PELVIS_TURNS; i < VARIABLES; i++) {
        AngleRange limit = limit_of(i, problem->given);
        double angle = problem->given->dof[variables[i].dof];
        problem->watched[i] = angle < limit.min + limit_near_deg || angle > limit.max - limit_near_deg;
        problem->watched_count += problem->watched[i];
    }
}

// A pinned bone has its height from the pin; so have the toes of a foot that lies flat on its pin.
static bool is_pinned(const Problem *problem, Bone bone) {
    for (int side = RIGHT; side < SIDES; side++) {
        bool is_flat = problem->given->flat_foot[side] >= 1;
        if (is_flat && bone == BONE_SIDE(BONE_TOES, side)) bone = BONE_SIDE(BONE_FOOT, side);
    }
    for (int i = 0; i < problem->contacts->pin_count; i++)
        if (problem->contacts->pins[i].point.bone == bone && problem->contacts->pins[i].weight.y > 0) return true;
    return false;
}

static void watch_skins(Problem *problem, const Stance *stance) {
    assert(skin_count <= SKINS_MAX);
    for (int i = 0; i < skin_count; i++) {
        Skin skin = skin_at(i);
        double height = fmax(0, clearance(stance, skin));
        if (height >= skin_near) continue;
        double share = is_pinned(problem, skin.centre.bone) ? 0 : fmax(0, 1 - height / rest_height);
        problem->skins[problem->skin_count++] = (WatchedSkin){skin, height, rest_stiffness * share * share};
    }
}

static void watch_obstacles(Problem *problem, const Stance *stance) {
    const Obstacles *obstacles = &problem->contacts->obstacles;
    for (int i = 0; i < skin_count * obstacles->count; i++) {
        Touch touch = {skin_at(i % skin_count), &obstacles->items[i / skin_count]};
        if (obstacles_bone_rests(obstacles, i / skin_count, touch.skin.centre.bone)) continue;
        if (skin_distance(touch.skin, touch.obstacle, stance) >= skin_near || problem->touch_count == TOUCHES_MAX) continue;
        problem->touches[problem->touch_count++] = touch;
    }
}

static void clamp_to_limits(Pose *pose) {
    for (int i = ROOT + PELVIS_TURNS; i < VARIABLES; i++) {
        AngleRange limit = limit_of(i, pose);
        double *angle = &pose->dof[variables[i].dof];
        *angle = fmax(limit.min, fmin(limit.max, *angle));
    }
}

void contacts_solve(const Contacts *contacts, Pose *pose) {
    Pose given = *pose;
    Stance stance;
    skeleton_stand(pose, &stance);
    Problem problem = {.contacts = contacts, .given = &given, .pelvis = stance.axes[BONE_PELVIS]};
    watch_limits(&problem);
    watch_skins(&problem, &stance);
    watch_obstacles(&problem, &stance);
    double unknowns[VARIABLES_MAX], rows[ROWS_MAX];
    problem.rows = problem.watched_count + bone_residuals(&problem, &stance, rows);
    least_solve(&(Least){VARIABLES, problem.rows, &problem, measure, derive}, unknowns);
    pose_of_unknowns(&problem, unknowns, pose);
    skeleton_set_pelvis(pose, turned_pelvis(&problem, unknowns));
    clamp_to_limits(pose);
}
