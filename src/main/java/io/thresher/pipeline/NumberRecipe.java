package io.thresher.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How numbers become features.
 *
 * @param imputation what a missing number becomes
 * @param transform what makes skewed columns less so
 * @param scaling what follows
 * @param clip for standard scaling the largest distance from the mean in deviations; infinite for none
 */
record NumberRecipe(Imputation imputation, Transform transform, Scaling scaling, float clip) {

    /** What a missing number becomes. */
    enum Imputation {
        /** It stays missing. */
        NONE,
        /** The median of the training rows, and a feature says that it was missing. */
        MEDIAN,
        /** The mean of the training rows, and a feature says that it was missing. */
        MEAN
    }

    /** What makes skewed columns less so. */
    enum Transform {
        NONE,
        LOG,
        YEO_JOHNSON
    }

    /** What brings columns to one scale. */
    enum Scaling {
        NONE,
        STANDARD,
        ROBUST,
        QUANTILE
    }

    /** Whether known numbers stay as they are. */
    boolean isPlain() {
        return transform == Transform.NONE && scaling == Scaling.NONE;
    }

    /** The steps that known numbers go through, fitted one after another. */
    List<NumberStep> fit(List<KnownNumbers> columns) {
        List<NumberStep> steps = new ArrayList<>();
        List<KnownNumbers> numbers = columns;
        for (Function<List<KnownNumbers>, NumberStep> fitting : fittings()) {
            numbers = steps.isEmpty() ? numbers : mapped(numbers, steps.get(steps.size() - 1));
            steps.add(fitting.apply(numbers));
        }
        return List.copyOf(steps);
    }

    private List<Function<List<KnownNumbers>, NumberStep>> fittings() {
        List<Function<List<KnownNumbers>, NumberStep>> fittings = new ArrayList<>();
        switch (transform) {
            case NONE -> {}
            case LOG -> fittings.add(SignedLog::fit);
            case YEO_JOHNSON -> fittings.add(YeoJohnson::fit);
        }
        switch (scaling) {
            case NONE -> {}
            case STANDARD -> fittings.add(columns -> StandardScaling.fit(columns, clip));
            case ROBUST -> fittings.add(RobustScaling::fit);
            case QUANTILE -> fittings.add(QuantileScaling::fit);
        }
        return fittings;
    }

    private static List<KnownNumbers> mapped(List<KnownNumbers> columns, NumberStep step) {
        List<KnownNumbers> mapped = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            mapped.add(columns.get(i).map(value -> step.apply(column, value)));
        }
        return mapped;
    }
}
