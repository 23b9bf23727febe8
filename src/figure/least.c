#include "figure/least.h"

#include <assert.h>
#include <cminpack.h>

enum { MOST_STEPS = 60, ROWS = LEAST_UNKNOWNS + LEAST_ROWS };

// The unknowns' own rows come first, then the residuals.
static int evaluate(void *context, int rows, int unknowns, const double *x, double *values, double *columns,
                    int column_size, int what) {
    const Least *problem = context;
    if (what == 1) {
        for (int i = 0; i < unknowns; i++) values[i] = x[i];
        problem->measure(problem->data, x, values + unknowns);
        return 0;
    }
    double slopes[LEAST_ROWS][LEAST_UNKNOWNS];
    problem->derive(problem->data, x, slopes);
    for (int column = 0; column < unknowns; column++) {
        double *to = columns + column * column_size;
        for (int row = 0; row < unknowns; row++) to[row] = row == column;
        for (int row = unknowns; row < rows; row++) to[row] = slopes[row - unknowns][column];
    }
    return 0;
}

void least_solve(const Least *problem, double *unknowns) {
    assert(problem->unknowns <= LEAST_UNKNOWNS && problem->rows <= LEAST_ROWS);
    int n = problem->unknowns, rows = n + problem->rows;
    double values[ROWS], columns[ROWS * LEAST_UNKNOWNS], work4[ROWS];
    double diagonal[LEAST_UNKNOWNS], qtf[LEAST_UNKNOWNS], work[3][LEAST_UNKNOWNS];
    int evaluations, jacobians, pivots[LEAST_UNKNOWNS];
    for (int i = 0; i < n; i++) unknowns[i] = 0;
    // Thousandths of a degree and of a millimetre; far more steps than any pose has needed.
    lmder(evaluate, (void *)problem, rows, n, unknowns, values, columns, rows, 1e-6, 1e-5, 0, MOST_STEPS, diagonal, 1, 100,
          0, &evaluations, &jacobians, pivots, qtf, work[0], work[1], work[2], work4);
}
