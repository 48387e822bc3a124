package io.thresher.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a search goes about it, as options of a command; the defaults suit nearly every search. */
final class CourseOptions {
    @Option(names = "--seed", paramLabel = "SEED", description = "All that is random follows from it.")
    private @Nullable Long seed;

    @Option(names = "--parallelism", paramLabel = "N", description = "Trials at once; as many as there are cores.")
    private @Nullable Integer parallelism;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description =
                    "engine, portfolio (strong configurations and nothing after them) or random; engine if not given.")
    private @Nullable String strategy;

    @Option(names = "--no-ensemble", description = "Deliver the best trial alone.")
    private boolean noEnsemble;

    @Option(
            names = "--warm-start",
            negatable = true,
            description =
                    "Whether to start from what was best in earlier searches on similar tables; if not given, where"
                            + " time is limited.")
    private @Nullable Boolean warmStart;

    @Option(
            names = "--recipe",
            paramLabel = "N",
            description = "Number of a recipe of the table, 0 for the table as it came; the newest if not given.")
    private @Nullable Integer recipe;

    @Nullable
    Long seed() {
        return seed;
    }

    @Nullable
    Integer parallelism() {
        return parallelism;
    }

    @Nullable
    String strategy() {
        return strategy;
    }

    @Nullable
    Boolean ensemble() {
        return noEnsemble ? false : null;
    }

    @Nullable
    Boolean warmStart() {
        return warmStart;
    }

    @Nullable
    Integer recipe() {
        return recipe;
    }
}
