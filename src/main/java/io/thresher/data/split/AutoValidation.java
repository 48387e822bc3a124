package io.thresher.data.split;

import java.util.Locale;
import java.util.Optional;

/**
 * The validation of a job that names none, and why it is that one.
 *
 * @param reason in a sentence
 */
public record AutoValidation(Validation validation, String reason) {
    /** Below this many rows, one dealing of the rows says as much about luck as about the model. */
    static final int FEW_ROWS = 1_000;
    /** From this many rows on, a fifth of them judges sharply enough, and every trial costs a fifth. */
    static final int MANY_ROWS = 50_000;

    private static final int REPEATS = 2;
    private static final double LEFT_OUT = 0.2;

    /**
     * Chooses.
     *
     * @param rows with a target
     * @param groups column whose values repeat in a way that asks for groups to stay together, if there is one
     */
    public static AutoValidation of(int rows, Optional<String> groups) {
        if (groups.isPresent()) {
            return new AutoValidation(
                    new Validation.Group(groups.get(), Validation.DEFAULT_FOLDS),
                    "rows of the same '%s' resemble each other, so they are left out together".formatted(groups.get()));
        }
        if (rows >= MANY_ROWS) {
            return new AutoValidation(
                    new Validation.Holdout(LEFT_OUT),
                    "with %s rows, a fifth of them judges sharply enough".formatted(grouped(rows)));
        }
        if (rows < FEW_ROWS && rows >= 2 * Validation.DEFAULT_FOLDS) {
            return new AutoValidation(
                    new Validation.RepeatedKFold(Validation.DEFAULT_FOLDS, REPEATS),
                    "with only %s rows, one dealing into folds would be luck".formatted(grouped(rows)));
        }
        return new AutoValidation(
                new Validation.KFold(Validation.DEFAULT_FOLDS),
                "with %s rows, every row can be left out once".formatted(grouped(rows)));
    }

    private static String grouped(int rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }
}
