package io.thresher.data.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Dialect;
import io.thresher.data.Fault;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.TextEncoding;
import io.thresher.data.repair.RepairStep.ClipNumbers;
import io.thresher.data.repair.RepairStep.DropColumn;
import io.thresher.data.repair.RepairStep.DropConflictingRows;
import io.thresher.data.repair.RepairStep.DropDuplicateRows;
import io.thresher.data.repair.RepairStep.MergeSpellings;
import io.thresher.data.repair.RepairStep.ReadAsCategory;
import io.thresher.data.repair.RepairStep.ValuesToMissing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairRecipeTest {
    private static final Table TABLE = new Table(
            4,
            List.of(
                    new NumberColumn("t", new float[] {-200, 5, 40, Float.NaN}),
                    new NumberColumn("zip", new float[] {10115, 20095, 10115, Float.NaN}),
                    CategoryColumn.of("city", List.of("Bern", "bern", "n/a", ""))));

    @Test
    void a_column_left_out_is_not_there_and_names_in_numbers_become_words() {
        Table inputs = recipe(new DropColumn("t"), new ReadAsCategory("zip")).inputs(TABLE);

        assertThat(inputs.columns()).extracting(Column::name).containsExactly("zip", "city");
        assertThat(words(inputs, "zip")).containsExactly("10115", "20095", "10115", "");
    }

    @Test
    void sentinels_become_missing_and_numbers_are_clipped() {
        Table repaired = recipe(new ValuesToMissing("t", List.of("-200")), new ClipNumbers("t", 10, 20))
                .apply(TABLE);

        NumberColumn t = (NumberColumn) repaired.column("t").orElseThrow();
        assertThat(new float[] {t.value(0), t.value(1), t.value(2), t.value(3)})
                .containsExactly(Float.NaN, 10, 20, Float.NaN);
    }

    @Test
    void spellings_are_merged_and_words_for_missing_go() {
        Table repaired = recipe(
                        new MergeSpellings("city", Map.of("bern", "Bern")), new ValuesToMissing("city", List.of("n/a")))
                .apply(TABLE);

        assertThat(words(repaired, "city")).containsExactly("Bern", "Bern", "", "");
    }

    @Test
    void a_word_that_is_merged_into_one_for_missing_is_missing() {
        Table repaired = recipe(
                        new MergeSpellings("city", Map.of("bern", "n/a")), new ValuesToMissing("city", List.of("n/a")))
                .apply(TABLE);

        assertThat(words(repaired, "city")).containsExactly("Bern", "", "", "");
    }

    @Test
    void of_identical_rows_the_first_stays_and_of_disputed_ones_none() {
        Table features = new Table(5, List.of(new NumberColumn("x", new float[] {1, 1, 2, 2, 3})));
        Target target = Target.ofNumbers(new double[] {7, 7, 8, 9, 1});
        int[] all = {0, 1, 2, 3, 4};

        assertThat(recipe(new DropDuplicateRows()).learnable(features, target, all))
                .containsExactly(0, 2, 3, 4);
        assertThat(recipe(new DropConflictingRows()).learnable(features, target, all))
                .containsExactly(0, 1, 4);
        assertThat(recipe(new DropDuplicateRows()).learnable(features, target, new int[] {1, 2}))
                .containsExactly(1, 2);
    }

    @Test
    void every_step_that_does_not_fit_is_named_with_its_place() {
        DatasetSchema schema = new DatasetSchema(
                9,
                new Dialect(',', '"', true, TextEncoding.UTF_8, false),
                List.of(
                        new ColumnSchema("age", ColumnType.INTEGER, 0, 9),
                        new ColumnSchema("city", ColumnType.CATEGORY, 0, 9)),
                List.of(),
                Map.of());

        List<Fault> faults = RecipeCheck.faults(
                recipe(
                        new DropColumn("agee"),
                        new MergeSpellings("age", Map.of("a", "b")),
                        new ClipNumbers("city", 0, 1),
                        new ReadAsCategory("city"),
                        new ValuesToMissing("age", List.of("-1", "x"))),
                schema);

        assertThat(faults)
                .extracting(Fault::field)
                .containsExactly("0/column", "1/column", "2/column", "3/column", "4/values");
        assertThat(faults.get(0).message()).contains("'agee'", "'age'");
    }

    @Test
    void a_step_lacking_what_it_needs_is_refused() {
        assertThatThrownBy(() -> new ObjectMapper().readValue("{\"kind\":\"dropColumn\"}", RepairStep.class))
                .hasMessageContaining("'column' is needed");
    }

    @Test
    void a_recipe_reads_as_it_was_written() throws JsonProcessingException {
        RepairRecipe recipe = recipe(
                new DropColumn("t"),
                new MergeSpellings("city", Map.of("bern", "Bern")),
                new ClipNumbers("zip", 1, 2),
                new DropDuplicateRows());
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(recipe), RepairRecipe.class))
                .isEqualTo(recipe);
    }

    private static RepairRecipe recipe(RepairStep... steps) {
        return new RepairRecipe(List.of(steps));
    }

    private static List<String> words(Table table, String column) {
        CategoryColumn words = (CategoryColumn) table.column(column).orElseThrow();
        return IntStream.range(0, words.rows())
                .mapToObj(row -> words.word(row).orElse(""))
                .toList();
    }
}
