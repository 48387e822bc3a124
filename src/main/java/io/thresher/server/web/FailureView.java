package io.thresher.server.web;

import io.thresher.server.Problem;

/** Why there is no page. */
record FailureView(int status, String title, String detail) {
    static final FailureView NOT_FOUND =
            new FailureView(404, "There is no such page", "The address may be mistyped, or what it showed is gone.");

    static FailureView of(Problem problem) {
        return new FailureView(problem.status(), problem.title(), problem.detail());
    }
}
