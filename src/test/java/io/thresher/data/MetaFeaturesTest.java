package io.thresher.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetaFeaturesTest {

    @Test
    void counts_what_a_table_is_made_of() {
        Table table = new Table(
                4,
                List.of(
                        new NumberColumn("even", new float[] {1, 2, 3, Float.NaN}),
                        CategoryColumn.of("word", List.of("a", "", "b", "a")),
                        CategoryColumn.of("text", List.of("one two", "three four", "five six", "seven"))
                                .withKind(new WordKind.Sentences())));

        MetaFeatures found = MetaFeatures.of(table, Target.ofClasses(List.of("n", "y"), new double[] {0, 1, 1, 1}));

        assertThat(found.size()).isEqualTo(Math.log10(4));
        assertThat(found.width()).isEqualTo(Math.log10(3));
        assertThat(found.words()).isEqualTo(1.0 / 3);
        assertThat(found.texts()).isEqualTo(1.0 / 3);
        assertThat(found.manyLevels()).isZero();
        assertThat(found.missing()).isEqualTo(2.0 / 12);
        assertThat(found.skewed()).isZero();
        assertThat(found.classes()).isEqualTo(0.5);
        // The entropy of a quarter and three quarters is 0.8113 bits.
        assertThat(found.imbalance()).isCloseTo(1 - 0.8113, within(1e-4));
    }

    @Test
    void tells_skewed_numbers_and_words_of_many_levels() {
        float[] rare = new float[100];
        rare[7] = 1000;
        Table table = new Table(
                100,
                List.of(
                        new NumberColumn("rare", rare),
                        CategoryColumn.of(
                                "name",
                                IntStream.range(0, 100)
                                        .mapToObj(row -> "n" + row)
                                        .toList())));

        MetaFeatures found = MetaFeatures.of(table, Target.ofNumbers(new double[100]));

        assertThat(found.skewed()).isEqualTo(1);
        assertThat(found.manyLevels()).isEqualTo(0.5);
        assertThat(found.classes()).isZero();
        assertThat(found.imbalance()).isZero();
    }

    @Test
    void ten_times_the_rows_are_one_apart() {
        assertThat(ofRows(100).distance(ofRows(100))).isZero();
        assertThat(ofRows(100).distance(ofRows(1_000))).isCloseTo(1, within(1e-9));
        assertThat(ofRows(100_000).distance(ofRows(10_000))).isCloseTo(1, within(1e-9));
    }

    private static MetaFeatures ofRows(int rows) {
        Table table = new Table(rows, List.of(new NumberColumn("x", new float[rows])));
        return MetaFeatures.of(table, Target.ofNumbers(new double[rows]));
    }
}
