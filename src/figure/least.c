#include "figure/least.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

enum { N = LEAST_UNKNOWNS, MOST_STEPS = 60 };

typedef struct {
    double rows[LEAST_ROWS], slopes[LEAST_ROWS][N];
    double normal[N][N], gradient[N]; // of the equations of a step; the part on and above the diagonal
} Work;

static double sum_of_squares(const double *numbers, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += numbers[i] * numbers[i];
    return sum;
}

static double measure(const Least *problem, const double *unknowns, double *rows) {
    problem->measure(problem->data, unknowns, rows);
    return sum_of_squares(unknowns, problem->unknowns) + sum_of_squares(rows, problem->rows);
}

// The normal equations, a row of slopes after the other; most of a row is nothing, for one limb does not move another.
static void make_equations(const Least *problem, const double *unknowns, Work *work) {
    int n = problem->unknowns;
    memset(work->normal, 0, sizeof work->normal);
    for (int i = 0; i < n; i++) work->normal[i][i] = 1, work->gradient[i] = unknowns[i];
    for (int row = 0; row < problem->rows; row++) {
        const double *slopes = work->slopes[row];
        for (int i = 0; i < n; i++) {
            double slope = slopes[i], *normal = work->normal[i];
            if (slope == 0) continue;
            work->gradient[i] += slope * work->rows[row];
            for (int k = i; k < N; k++) normal[k] += slope * slopes[k];
        }
    }
}

// By Cholesky's method, without roots. The damped matrix is never singular: its diagonal is at least 1.
static void find_step(const Work *work, int n, double damping, double *step) {
    double left[N][N];
    memcpy(left, work->normal, sizeof left);
    for (int i = 0; i < n; i++) left[i][i] += damping, step[i] = -work->gradient[i];
    for (int i = 0; i < n; i++) {
        double per_pivot = 1 / left[i][i];
        for (int k = i + 1; k < n; k++) {
            double share = left[i][k] * per_pivot;
            if (share == 0) continue;
            for (int column = k; column < N; column++) left[k][column] -= share * left[i][column];
            step[k] -= share * step[i];
        }
    }
    for (int i = n - 1; i >= 0; i--) {
        for (int k = i + 1; k < n; k++) step[i] -= left[i][k] * step[k];
        step[i] /= left[i][i];
    }
}

// Goes a step, with more damping until it gains. False when none does.
static bool go(const Least *problem, Work *work, double *unknowns, double *sum, double *damping, bool *arrived) {
    double step[N], there[N] = {0}, rows[LEAST_ROWS];
    for (; *damping < 1e10; *damping = *damping > 0 ? *damping * 4 : 0.5) {
        find_step(work, problem->unknowns, *damping, step);
        for (int i = 0; i < problem->unknowns; i++) there[i] = unknowns[i] + step[i];
        double next = measure(problem, there, rows);
        if (!(next <= *sum)) continue;
        double way = sum_of_squares(there, problem->unknowns), went = sum_of_squares(step, problem->unknowns);
        *arrived = went <= 1e-14 * way || *sum - next <= 1e-8 * *sum;
        memcpy(unknowns, there, sizeof(double) * (size_t)problem->unknowns);
        memcpy(work->rows, rows, sizeof(double) * (size_t)problem->rows);
        *sum = next;
        *damping = *damping > 0.1 ? *damping / 8 : 0;
        return true;
    }
    return false;
}

void least_solve(const Least *problem, double *unknowns) {
    assert(problem->unknowns <= LEAST_UNKNOWNS && problem->rows <= LEAST_ROWS);
    Work work;
    for (int i = 0; i < problem->unknowns; i++) unknowns[i] = 0;
    double sum = measure(problem, unknowns, work.rows), damping = 0;
    bool arrived = false;
    for (int i = 0; i < MOST_STEPS && !arrived; i++) {
        problem->derive(problem->data, unknowns, work.slopes);
        make_equations(problem, unknowns, &work);
        if (!go(problem, &work, unknowns, &sum, &damping, &arrived)) return;
    }
}
