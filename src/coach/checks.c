#include "coach/checks.h"

#include "coach/spoken.h"

#include <stdlib.h>
#include <string.h>

#define PARTS(...) (const CheckPart[]){__VA_ARGS__, {0}}

const SelfCheck self_checks[CHECK_COUNT] = {
    [CHECK_C1] = {"C1", "Bridge hold",
        "Lie on your back, knees bent. Lift your hips to a straight line and hold for thirty seconds. If that is easy, lift one "
        "foot, knees level, and hold, each side.", "bridge-hold", 90,
        PARTS({"both-legs", "How many seconds did you hold it on both legs, up to 30?", UNIT_SECONDS, .below = 30},
              {"one-leg", "And how many seconds on one leg, up to 30?", UNIT_SECONDS, .each_side = true, .below = 20, .differ = 10},
              {"felt", "Did you feel it mainly in the low back or the back of the thigh?", UNIT_YES_NO}),
        "bridge clam sidelift squat lunge"},
    [CHECK_C1B] = {"C1b", "One-leg stand",
        "Face a mirror, hands on your hip bones, and stand on one leg for twenty seconds.", NULL, 50,
        PARTS({"drop", "Did the free hip drop by more than two centimetres, or did you lean over?", UNIT_YES_NO, .each_side = true},
              {"seconds", "How many seconds did you stand, up to 20?", UNIT_SECONDS, .each_side = true, .below = 10}),
        "clam sidelift bridge"},
    [CHECK_C2] = {"C2", "Bed-edge test",
        "Sit on the very edge of a firm bed or table and lie back. Hug one knee until your low back is just flat. Let the other "
        "thigh hang.", NULL, 60,
        PARTS({"thigh", "Does the hanging thigh stay above level?", UNIT_YES_NO, .each_side = true},
              {"knee", "Is the thigh level, but the knee does not hang down to about a right angle?", UNIT_YES_NO,
               .each_side = true, .only_told = true}),
        "hipflex quad roll-quad"},
    [CHECK_C3] = {"C3", "Chair figure four", "Sit tall, one ankle on the other knee.", "seated-piriformis", 40,
        PARTS({"knee", "Is the crossed knee more than a fist higher than the crossed ankle, or is there a strong pull?",
               UNIT_YES_NO, .each_side = true}),
        "glute1 glute2 glute-chair roll-glute"},
    [CHECK_C4] = {"C4", "Wall gap",
        "Back to the wall, heels ten centimetres away, seat and shoulders touching, knees straight. Tilt your pelvis three times, "
        "then slide a hand behind your low back.", NULL, 30,
        PARTS({"fist", "Does a whole fist go through?", UNIT_YES_NO}),
        "tilt hipflex quad bridge abs hinge plank"},
    [CHECK_C5] = {"C5", "Hip-bone hands",
        "Barefoot before a mirror, feet under your hips, index fingers on top of both hip bones. Step away and come back, three "
        "times.", NULL, 60,
        PARTS({"first", "First time: is one side higher by a finger's width?", UNIT_WHICH_SIDE},
              {"second", "Second time?", UNIT_WHICH_SIDE}, {"third", "Third time?", UNIT_WHICH_SIDE}),
        "clam sidelift glute1 glute2 walk"},
    [CHECK_C6] = {"C6", "90/90 knee",
        "On your back, hold one thigh upright with both hands. Straighten the knee until the thigh pulls.", NULL, 50,
        PARTS({"bent", "Does the knee stay bent by more than a quarter of a right angle?", UNIT_YES_NO, .each_side = true},
              {"tingling", "Any tingling below the knee?", UNIT_YES_NO, .only_told = true}),
        "ham ham-chair roll-ham hinge"},
    [CHECK_C7] = {"C7", "Knee to wall",
        "Big toe nine centimetres from the wall, about a hand's width without the thumb. Heel down, touch the wall with your knee.",
        "ankle-knee-to-wall", 40,
        PARTS({"heel", "Does the heel lift before the knee touches?", UNIT_YES_NO, .each_side = true},
              {"distance", "How far from the wall can the toe be, in millimetres?", UNIT_MM, .each_side = true, .differ = 20}),
        "ankle calf"},
    [CHECK_C8] = {"C8", "Wall head and shoulders",
        "Back to the wall, heels ten centimetres away, and look straight ahead. Then lie on your back, arms by your sides.", NULL, 30,
        PARTS({"head", "Does the head stay off the wall unless you lift your chin?", UNIT_YES_NO},
              {"shoulder", "Lying down: is the back of the shoulder more than two fingers off the floor?", UNIT_YES_NO,
               .each_side = true}),
        "chest angel scap chin tall roll-thor"},
    [CHECK_C9] = {"C9", "Sitting count", "Think of yesterday.", "sit-tall", 20,
        PARTS({"hours", "How many hours did you sit?", UNIT_HOURS, .from = 6},
              {"longest", "How many minutes at most without standing up?", UNIT_MINUTES, .from = 61}),
        ""},
    [CHECK_C10] = {"C10", "Heel taps",
        "On your back, knees over your hips, low back pressed down. Tap one heel at a time, five each.", "dead-bug", 40,
        PARTS({"lift", "Does the low back lift, or do you have to hold your breath?", UNIT_YES_NO}),
        "abs curl plank birddog sideplank"},
};

static bool is_measured(const CheckPart *part) {
    return part->unit >= UNIT_SECONDS;
}

static bool part_is_told(const CheckResult *result, const CheckPart *part, int place) {
    const bool *told = result->is_told[place];
    if (part->unit == UNIT_WHICH_SIDE) return told[BODY_WHOLE] || told[BODY_RIGHT] || told[BODY_LEFT];
    return part->each_side ? told[BODY_RIGHT] && told[BODY_LEFT] : told[BODY_WHOLE];
}

// Whether what was told of one side comes to YES.
static bool side_is_yes(const CheckResult *result, const CheckPart *part, int place, Body body) {
    if (part->only_told || result->answers[place][body] != ANSWER_YES) return false;
    int number = result->numbers[place][body];
    if (!is_measured(part)) return part->unit == UNIT_YES_NO;
    return number < part->below || (part->from && number >= part->from);
}

static int difference(const CheckResult *result, int place) {
    return result->numbers[place][BODY_RIGHT] - result->numbers[place][BODY_LEFT];
}

static bool sides_are_told(const CheckResult *result, int place) {
    return result->answers[place][BODY_RIGHT] == ANSWER_YES && result->answers[place][BODY_LEFT] == ANSWER_YES;
}

static bool sides_are_far_apart(const CheckResult *result, const CheckPart *part, int place) {
    return part->differ && sides_are_told(result, place) && abs(difference(result, place)) > part->differ;
}

static bool part_is_yes(const CheckResult *result, const CheckPart *part, int place) {
    for (int body = 0; body < BODIES; body++) {
        if (side_is_yes(result, part, place, (Body)body)) return true;
    }
    return sides_are_far_apart(result, part, place);
}

static bool has_skip(const CheckResult *result, int place) {
    for (int body = 0; body < BODIES; body++) {
        if (result->answers[place][body] == ANSWER_SKIP) return true;
    }
    return false;
}

// The same side every time.
static bool same_side(const CheckResult *result, const CheckPart *parts, Body body) {
    int count = 0;
    for (int i = 0; parts[i].name; i++) count += parts[i].unit == UNIT_WHICH_SIDE && result->answers[i][body] == ANSWER_YES;
    return count == 3;
}

static Answer judge(const CheckResult *result, const CheckPart *parts) {
    bool skips = false, misses = false;
    if (same_side(result, parts, BODY_RIGHT) || same_side(result, parts, BODY_LEFT)) return ANSWER_YES;
    for (int i = 0; parts[i].name; i++) {
        if (part_is_yes(result, &parts[i], i)) return ANSWER_YES;
        skips |= has_skip(result, i);
        misses |= !parts[i].only_told && !part_is_told(result, &parts[i], i);
    }
    if (skips) return ANSWER_SKIP;
    return misses ? ANSWER_NONE : ANSWER_NO;
}

// The side that is weaker or tighter by the first part that tells them apart.
static Body worse_side(const CheckResult *result, const CheckPart *parts) {
    if (same_side(result, parts, BODY_RIGHT)) return BODY_RIGHT;
    if (same_side(result, parts, BODY_LEFT)) return BODY_LEFT;
    for (int i = 0; parts[i].name; i++) {
        if (!parts[i].each_side || parts[i].only_told) continue;
        bool right = side_is_yes(result, &parts[i], i, BODY_RIGHT), left = side_is_yes(result, &parts[i], i, BODY_LEFT);
        if (right != left) return right ? BODY_RIGHT : BODY_LEFT;
        if (is_measured(&parts[i]) && sides_are_told(result, i) && difference(result, i)) {
            return difference(result, i) < 0 ? BODY_RIGHT : BODY_LEFT;
        }
    }
    return BODY_WHOLE;
}

static bool sides_differ(const CheckResult *result, const CheckPart *parts) {
    for (int i = 0; parts[i].name; i++) {
        if (!parts[i].each_side || parts[i].only_told) continue;
        if (side_is_yes(result, &parts[i], i, BODY_RIGHT) != side_is_yes(result, &parts[i], i, BODY_LEFT)) return true;
        if (sides_are_far_apart(result, &parts[i], i)) return true;
    }
    return false;
}

static bool is_about(const Entry *entry, const SelfCheck *check) {
    return entry->kind == ENTRY_CHECK && entry->id && entry->other && !strcmp(entry->id, check->id);
}

static int part_of(const SelfCheck *check, const char *name) {
    for (int i = 0; check->parts[i].name; i++) {
        if (!strcmp(check->parts[i].name, name)) return i;
    }
    return -1;
}

static void take(CheckResult *result, const SelfCheck *check, const Entry *entry) {
    int part = part_of(check, entry->other);
    if (part < 0) return;
    if (check->parts[part].unit == UNIT_WHICH_SIDE) { // only one side is higher; what was told before is taken back
        memset(result->answers[part], 0, sizeof result->answers[part]);
        memset(result->is_told[part], 0, sizeof result->is_told[part]);
    }
    result->is_told[part][entry->body] = entry->answer == ANSWER_YES || entry->answer == ANSWER_NO;
    result->answers[part][entry->body] = entry->answer;
    result->numbers[part][entry->body] = entry->number;
}

// The group of a round counted from the newest; 0 when there are not so many.
static int64_t find_round(const Diary *diary, const SelfCheck *check, int back) {
    int64_t group = 0;
    for (int i = diary->entries.count - 1; i >= 0; i--) {
        const Entry *entry = &diary->entries.items[i];
        if (!is_about(entry, check) || entry->group == group) continue;
        group = entry->group;
        if (!back--) return group;
    }
    return 0;
}

CheckResult check_result(const Diary *diary, CheckId id, int back) {
    const SelfCheck *check = &self_checks[id];
    CheckResult result = {.group = find_round(diary, check, back)};
    for (int i = 0; result.group && i < diary->entries.count; i++) {
        const Entry *entry = &diary->entries.items[i];
        if (!is_about(entry, check) || entry->group != result.group) continue;
        take(&result, check, entry);
        result.day = entry->moment.day;
    }
    result.answer = judge(&result, check->parts);
    result.differs = sides_differ(&result, check->parts);
    result.worse = worse_side(&result, check->parts);
    return result;
}

void checks_spoken(SpokenTake tell, void *context) {
    for (int check = 0; check < CHECK_COUNT; check++) {
        tell(context, self_checks[check].steps);
        for (const CheckPart *part = self_checks[check].parts; part->name; part++) tell(context, part->ask);
    }
}
