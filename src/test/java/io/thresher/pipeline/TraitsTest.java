package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.space.Trait;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraitsTest {
    private static final Column NUMBER = new NumberColumn("n", new float[] {1, 2});
    private static final CategoryColumn WORD = CategoryColumn.of("w", List.of("a", "b"));

    private static final Target NUMBERS = Target.ofNumbers(new double[] {1, 2});
    private static final Target CLASSES = Target.ofClasses(List.of("a", "b"), new double[] {0, 1});

    @Test
    void tells_the_kinds_of_columns_and_what_is_predicted() {
        assertThat(Traits.of(table(NUMBER), NUMBERS)).containsExactlyInAnyOrder(Trait.AMOUNTS, Trait.NUMBERS);
        assertThat(Traits.of(table(WORD), CLASSES)).containsExactlyInAnyOrder(Trait.CLASSES, Trait.WORDS);
        assertThat(Traits.of(table(WORD.withKind(new WordKind.Sentences())), CLASSES))
                .containsExactlyInAnyOrder(Trait.CLASSES, Trait.WORDS, Trait.TEXTS);
    }

    @Test
    void dates_become_numbers_and_may_stay_words() {
        assertThat(Traits.of(table(WORD.withKind(new WordKind.Dates("%Y"))), NUMBERS))
                .containsExactlyInAnyOrder(Trait.AMOUNTS, Trait.WORDS, Trait.NUMBERS);
    }

    @Test
    void a_word_has_many_levels_where_the_default_keeps_not_all_of_them() {
        List<String> levels = IntStream.range(0, 51).mapToObj(i -> "level " + i).toList();

        assertThat(Traits.of(table(CategoryColumn.of("w", levels)), NUMBERS)).contains(Trait.MANY_LEVELS);
        assertThat(Traits.of(table(CategoryColumn.of("w", levels.subList(0, 50))), NUMBERS))
                .doesNotContain(Trait.MANY_LEVELS);
    }

    @Test
    void amounts_of_at_least_0_with_few_that_are_large_are_skewed() {
        assertThat(Traits.of(table(NUMBER), Target.ofNumbers(new double[] {0, 1, 1, 2, 3, 3, 4, 100})))
                .contains(Trait.SKEWED_AMOUNTS);
        assertThat(Traits.of(table(NUMBER), Target.ofNumbers(new double[] {-1, 1, 1, 2, 3, 3, 4, 100})))
                .doesNotContain(Trait.SKEWED_AMOUNTS);
        assertThat(Traits.of(table(NUMBER), Target.ofNumbers(new double[] {0, 1, 2, 3, 4, 5, 6, 7})))
                .doesNotContain(Trait.SKEWED_AMOUNTS);
        assertThat(Traits.of(table(NUMBER), Target.ofNumbers(new double[] {1, 2, 2, 3, 3, 3, 4, 4, 5, 7})))
                .as("a little skewed")
                .doesNotContain(Trait.SKEWED_AMOUNTS);
        assertThat(Traits.of(table(NUMBER), Target.ofClasses(List.of("a", "b"), new double[] {0, 0, 0, 0, 0, 0, 0, 1})))
                .doesNotContain(Trait.SKEWED_AMOUNTS);
    }

    private static Table table(Column column) {
        return new Table(column.rows(), List.of(column));
    }
}
