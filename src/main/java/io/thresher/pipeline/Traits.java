package io.thresher.pipeline;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.WordKind;
import io.thresher.space.Trait;
import java.util.EnumSet;
import java.util.Set;

/** What there is in a table and its task that parameters may be about. */
public final class Traits {
    private Traits() {}

    /** What there is in the features that models are given, and in what they are to predict. */
    public static Set<Trait> of(Table features, Task task) {
        Set<Trait> traits = EnumSet.of(task.isClassification() ? Trait.CLASSES : Trait.AMOUNTS);
        for (Column column : features.columns()) {
            if (column instanceof NumberColumn) {
                traits.add(Trait.NUMBERS);
            } else if (column instanceof CategoryColumn words) {
                traits.add(Trait.WORDS);
                if (words.kind() instanceof WordKind.Dates) {
                    traits.add(Trait.NUMBERS);
                } else if (words.kind() instanceof WordKind.Sentences) {
                    traits.add(Trait.TEXTS);
                }
            }
        }
        return traits;
    }
}
