package io.thresher.data.split;

import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.Arrays;

/** A part of some rows that stands for all of them: drawn evenly over the classes, or over the size of the numbers. */
public final class EvenSample {
    private EvenSample() {}

    /**
     * The sample, or all rows if they are no more than that.
     *
     * @param rows ascending places in {@code target}
     * @param most rows that are wanted
     * @return ascending places in {@code target}
     */
    public static int[] of(int[] rows, int most, Target target, Seed seed) {
        if (rows.length <= most) {
            return rows.clone();
        }
        Split drawn = StratifiedDealing.leftOut(target.take(rows), (double) most / rows.length, seed);
        return Arrays.stream(drawn.validationRows()).map(place -> rows[place]).toArray();
    }
}
