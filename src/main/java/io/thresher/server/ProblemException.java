package io.thresher.server;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** The request breaks a rule; {@code faults} are all that were found, at least one. */
    public static ProblemException invalid(List<Fault> faults) {
        return of(ProblemType.INVALID_REQUEST, faults);
    }

    /** A problem whose detail is what its faults say. */
    public static ProblemException of(ProblemType type, List<Fault> faults) {
        String detail = faults.stream().map(Fault::message).collect(Collectors.joining("; "));
        return new ProblemException(Problem.of(type, detail, faults));
    }

    /** There is no {@code thing} of that id. */
    public static ProblemException notFound(String thing, Object id) {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "There is no %s '%s'".formatted(thing, id), List.of()));
    }

    /** What is asked for does not fit the state things are in. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(ProblemType.CONFLICT, detail, List.of()));
    }
}
