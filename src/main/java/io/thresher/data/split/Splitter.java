package io.thresher.data.split;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.List;

/**
 * Deals rows out. The same rows, validation and seed give the same splits on any machine.
 *
 * <ul>
 *   <li>Rows drawn at random are stratified: each part has its share of every class, or of small and large numbers.
 *   <li>The rows of a group never straddle two parts.
 *   <li>Rows that judge come after all rows their model has seen, where the validation goes by time.
 * </ul>
 */
public final class Splitter {
    private final Validation validation;
    private final Target target;
    private final RowKeys keys;
    private final Seed seed;

    /**
     * For these rows.
     *
     * @param target one value a row
     * @param keys the values of the column the validation goes by, one a row; {@link RowKeys#none()} if it goes by none
     */
    public Splitter(Validation validation, Target target, RowKeys keys, Seed seed) {
        this.validation = validation;
        this.target = target;
        this.keys = keys;
        this.seed = seed;
    }

    /**
     * The folds of the validation.
     *
     * @throws IllegalArgumentException if there are fewer rows, groups or points in time than it needs
     */
    public Folds folds() {
        if (validation instanceof Validation.KFold plan) {
            return Folds.equal(StratifiedDealing.of(target, plan.folds(), seed.fork("folds"))
                    .splits());
        }
        if (validation instanceof Validation.RepeatedKFold plan) {
            List<Split> splits = new ArrayList<>();
            for (int repeat = 0; repeat < plan.repeats(); repeat++) {
                Seed dealing = repeat == 0 ? seed.fork("folds") : seed.fork("folds", repeat);
                splits.addAll(
                        StratifiedDealing.of(target, plan.folds(), dealing).splits());
            }
            return Folds.equal(splits);
        }
        if (validation instanceof Validation.Holdout plan) {
            return Folds.equal(List.of(leftOut(plan.fraction(), seed.fork("folds"))));
        }
        if (validation instanceof Validation.Group plan) {
            return Folds.equal(GroupDealing.of(target, keys.groups(), plan.folds(), seed.fork("folds"))
                    .splits());
        }
        if (validation instanceof Validation.Time plan) {
            return Folds.growing(TimeOrder.of(keys).steps(plan.folds()));
        }
        return Folds.equal(NamedFolds.splits(keys));
    }

    /**
     * Rows kept from the whole search, to score what it delivers: whole groups where the validation goes by groups, the
     * last rows where it goes by time, drawn rows otherwise.
     *
     * @param fraction of the rows, above 0 and at most 0.5
     */
    public Split holdout(double fraction) {
        Seed drawing = seed.fork("holdout");
        if (validation instanceof Validation.Time) {
            return TimeOrder.of(keys).last(fraction);
        }
        if (validation instanceof Validation.Group) {
            int[] groups = keys.groups();
            return GroupDealing.of(target, groups, parts(fraction), drawing)
                    .splits()
                    .get(0);
        }
        return leftOut(fraction, drawing);
    }

    private Split leftOut(double fraction, Seed drawing) {
        return StratifiedDealing.leftOut(target, fraction, drawing);
    }

    private static int parts(double fraction) {
        return Math.max(2, (int) Math.round(1 / fraction));
    }
}
