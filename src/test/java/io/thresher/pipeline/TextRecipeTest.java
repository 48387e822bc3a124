package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.CategoryColumn;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.WordKind;
import io.thresher.model.FeatureDemand;
import io.thresher.model.FeatureMatrix;
import io.thresher.pipeline.TextRecipe.Grams;
import io.thresher.pipeline.TextRecipe.Weights;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextRecipeTest {
    private static final FeatureDemand DENSE = new FeatureDemand(false, true);
    private static final FeatureDemand SPARSE = new FeatureDemand(false, true, false, true);
    private static final int ROWS = 300;

    @Test
    void families_that_pass_over_zeros_are_given_the_same_features_without_them() {
        FeatureMatrix dense = features(DENSE);
        FeatureMatrix sparse = features(SPARSE);

        assertThat(sparse.names()).isEqualTo(dense.names());
        for (int row = 0; row < ROWS; row++) {
            assertThat(sparse.row(row)).containsExactly(dense.row(row));
        }
        assertThat(sparse.bytes()).isLessThan(dense.bytes() / 5);
    }

    @Test
    void tables_have_as_many_terms_as_there_is_room_for() {
        TextRecipe recipe = new TextRecipe(2000, Grams.WORDS, Weights.PRESENCE, 0);

        assertThat(recipe.within(10_000, 2, DENSE).terms()).isEqualTo(2000);
        assertThat(recipe.within(100_000, 1, DENSE).terms()).isEqualTo(500);
        assertThat(recipe.within(100_000, 5, DENSE).terms()).isEqualTo(100);
        assertThat(recipe.within(100_000_000, 5, DENSE).terms()).isEqualTo(20);
        assertThat(recipe.within(100_000, 5, SPARSE)).isEqualTo(recipe);
        assertThat(recipe.within(10, 0, DENSE)).isEqualTo(recipe);
    }

    private static FeatureMatrix features(FeatureDemand demand) {
        SplittableRandom random = new Seed(5).random();
        CategoryColumn texts = CategoryColumn.of(
                        "text",
                        IntStream.range(0, ROWS)
                                .mapToObj(row -> random.ints(6, 0, 250)
                                        .mapToObj(word -> "word" + word)
                                        .collect(Collectors.joining(" ")))
                                .toList())
                .withKind(new WordKind.Sentences());
        float[] numbers = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = (float) random.nextGaussian();
        }
        Table table = new Table(ROWS, List.of(new NumberColumn("number", numbers), texts));
        return Preparation.fit(
                        table,
                        Target.ofNumbers(new double[ROWS]),
                        PreparationRecipe.of(new Configuration("any", Map.of("textWeights", "tfIdf")), demand),
                        new Seed(1))
                .features();
    }
}
