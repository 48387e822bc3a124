package io.thresher.data.split;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** How trials are validated: which rows are left out of training, and how often. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Validation.Holdout.class, name = "holdout"),
    @JsonSubTypes.Type(value = Validation.KFold.class, name = "kfold"),
    @JsonSubTypes.Type(value = Validation.RepeatedKFold.class, name = "repeatedKfold"),
    @JsonSubTypes.Type(value = Validation.Group.class, name = "group"),
    @JsonSubTypes.Type(value = Validation.Time.class, name = "time"),
    @JsonSubTypes.Type(value = Validation.Custom.class, name = "custom"),
})
public sealed interface Validation {
    /** What k-fold cross-validation does if nothing else is said. */
    int DEFAULT_FOLDS = 5;

    /** Most folds, repeats included: each is a training. */
    int MOST_FOLDS = 50;

    /** The column it goes by; nothing where rows are drawn. */
    default Optional<String> byColumn() {
        return Optional.empty();
    }

    /** Rows (or groups, or points in time) that are needed at the least. */
    int leastParts();

    /** In a few words, such as {@code 5 folds}. */
    String words();

    /**
     * One part of the rows is left out, once. For large tables, where one judgement is sharp enough.
     *
     * @param fraction of the rows that is left out, above 0 and at most 0.5
     */
    record Holdout(double fraction) implements Validation {
        public Holdout {
            checkFraction(fraction);
        }

        @Override
        public int leastParts() {
            return 2;
        }

        @Override
        public String words() {
            return "%.0f %% of the rows left out once".formatted(100 * fraction);
        }
    }

    /**
     * Every row is left out once.
     *
     * @param folds parts the rows are dealt into, from 2 to {@value #MOST_FOLDS}
     */
    record KFold(int folds) implements Validation {
        public KFold {
            checkFolds(folds);
        }

        @Override
        public int leastParts() {
            return folds;
        }

        @Override
        public String words() {
            return folds + " folds";
        }
    }

    /**
     * Every row is left out several times, each time among others. For small tables, where one dealing is luck.
     *
     * @param folds parts the rows are dealt into each time, from 2
     * @param repeats times the rows are dealt, from 1; folds × repeats is at most {@value #MOST_FOLDS}
     */
    record RepeatedKFold(int folds, int repeats) implements Validation {
        public RepeatedKFold {
            checkFolds(folds);
            if (repeats < 1 || folds * repeats > MOST_FOLDS) {
                throw new IllegalArgumentException("repeats must be from 1 to %d with %d folds, got %d"
                        .formatted(MOST_FOLDS / folds, folds, repeats));
            }
        }

        @Override
        public int leastParts() {
            return folds;
        }

        @Override
        public String words() {
            return "%d folds, dealt %d times".formatted(folds, repeats);
        }
    }

    /**
     * Rows that share a value are left out together: the model is judged on patients, machines or shops it has not met.
     * A row without a value is a group of its own.
     */
    record Group(String column, int folds) implements Validation {
        public Group {
            checkFolds(folds);
        }

        @Override
        public Optional<String> byColumn() {
            return Optional.of(column);
        }

        @Override
        public int leastParts() {
            return folds;
        }

        @Override
        public String words() {
            return "%d folds by '%s'".formatted(folds, column);
        }
    }

    /**
     * Forward chaining: the model of each fold has seen only what came before the rows that judge it. Rows of one moment
     * stay together; rows without a time are not used. The delivered model is the one that has seen most.
     */
    record Time(String column, int folds) implements Validation {
        public Time {
            checkFolds(folds);
        }

        @Override
        public Optional<String> byColumn() {
            return Optional.of(column);
        }

        @Override
        public int leastParts() {
            return folds + 1;
        }

        @Override
        public String words() {
            return "%d steps forward in '%s'".formatted(folds, column);
        }
    }

    /** The rows of each value of a column are left out in turn; rows without a value are always trained on. */
    record Custom(String column) implements Validation {
        @Override
        public Optional<String> byColumn() {
            return Optional.of(column);
        }

        @Override
        public int leastParts() {
            return 2;
        }

        @Override
        public String words() {
            return "the folds of '%s'".formatted(column);
        }
    }

    private static void checkFolds(int folds) {
        if (folds < 2 || folds > MOST_FOLDS) {
            throw new IllegalArgumentException("folds must be from 2 to %d, got %d".formatted(MOST_FOLDS, folds));
        }
    }

    private static void checkFraction(double fraction) {
        if (!(fraction > 0 && fraction <= 0.5)) {
            throw new IllegalArgumentException("fraction must be above 0 and at most 0.5, got " + fraction);
        }
    }
}
