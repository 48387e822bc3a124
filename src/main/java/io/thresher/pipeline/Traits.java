package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.model.LogScale;
import io.thresher.space.Trait;
import java.util.EnumSet;
import java.util.Set;

/** What there is in a table and its task that parameters may be about. */
public final class Traits {
    /** From which on a few numbers are far above all others. */
    private static final double SKEWED = 1;

    private Traits() {}

    /** What there is in the features that models are given, and in what they are to predict. */
    public static Set<Trait> of(Table features, Target target) {
        Set<Trait> traits = EnumSet.of(target.task().isClassification() ? Trait.CLASSES : Trait.AMOUNTS);
        if (!target.task().isClassification() && areSkewed(target)) {
            traits.add(Trait.SKEWED_AMOUNTS);
        }
        for (Column column : features.columns()) {
            if (column instanceof NumberColumn) {
                traits.add(Trait.NUMBERS);
            } else if (column instanceof CategoryColumn words) {
                traits.add(Trait.WORDS);
                if (words.kind() instanceof WordKind.Dates) {
                    traits.add(Trait.NUMBERS);
                } else if (words.kind() instanceof WordKind.Sentences) {
                    traits.add(Trait.TEXTS);
                } else if (words.levels().size() > PreparationRecipe.MAX_LEVELS) {
                    traits.add(Trait.MANY_LEVELS);
                }
            }
        }
        return traits;
    }

    private static boolean areSkewed(Target target) {
        float[] numbers = new float[target.rows()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = (float) target.value(row);
        }
        KnownNumbers known = KnownNumbers.of(new NumberColumn("target", numbers));
        double skewness = known.skewness();
        KnownNumbers logarithms = known.map(number -> (float) LogScale.logarithm(number));
        return known.low() >= 0 && skewness > SKEWED && Math.abs(logarithms.skewness()) < skewness;
    }
}
