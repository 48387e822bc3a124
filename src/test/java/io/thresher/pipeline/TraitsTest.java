package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.WordKind;
import io.thresher.space.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final Column NUMBER = new NumberColumn("n", new float[] {1, 2});
    private static final CategoryColumn WORD = CategoryColumn.of("w", List.of("a", "b"));

    @Test
    void tells_the_kinds_of_columns_and_what_is_predicted() {
        assertThat(Traits.of(table(NUMBER), Task.REGRESSION)).containsExactlyInAnyOrder(Trait.AMOUNTS, Trait.NUMBERS);
        assertThat(Traits.of(table(WORD), Task.BINARY)).containsExactlyInAnyOrder(Trait.CLASSES, Trait.WORDS);
        assertThat(Traits.of(table(WORD.withKind(new WordKind.Sentences())), Task.MULTICLASS))
                .containsExactlyInAnyOrder(Trait.CLASSES, Trait.WORDS, Trait.TEXTS);
    }

    @Test
    void dates_become_numbers_and_may_stay_words() {
        assertThat(Traits.of(table(WORD.withKind(new WordKind.Dates("%Y"))), Task.REGRESSION))
                .containsExactlyInAnyOrder(Trait.AMOUNTS, Trait.WORDS, Trait.NUMBERS);
    }

    private static Table table(Column column) {
        return new Table(2, List.of(column));
    }
}
