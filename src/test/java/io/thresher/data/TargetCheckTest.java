package io.thresher.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetCheckTest {
    private static final ColumnSchema FEATURE = new ColumnSchema("size", ColumnType.NUMBER, 0, 50);

    @ParameterizedTest
    @CsvSource({"BOOLEAN, 2, BINARY", "CATEGORY, 100, MULTICLASS", "NUMBER, 60, REGRESSION", "INTEGER, 2, REGRESSION"})
    void a_target_that_fits_its_task_has_no_faults(ColumnType type, long distinct, Task task) {
        assertThat(faults(new ColumnSchema("t", type, 0, distinct), task)).isEmpty();
    }

    @Test
    void a_mistyped_name_is_told_with_similar_ones() {
        assertThat(TargetCheck.ofSchema(schema(FEATURE), "Sise", Task.REGRESSION, 5))
                .containsExactly(new Fault("target", "There is no column 'Sise'. Similar columns are 'size'."));
    }

    @Test
    void an_unknown_name_is_told_with_what_is_there() {
        ColumnSchema[] columns = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> new ColumnSchema("c" + i, ColumnType.NUMBER, 0, 5))
                .toArray(ColumnSchema[]::new);

        assertThat(TargetCheck.ofSchema(schema(columns), "price", Task.REGRESSION, 5))
                .containsExactly(new Fault(
                        "target",
                        "There is no column 'price'. The columns are 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7',"
                                + " 'c8', 'c9', 'c10' and 2 more."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSTANT | 0  | 1   | BINARY     | target | same value in every row",
                "CONSTANT | 60 | 0   | BINARY     | target | no value in any row",
                "CATEGORY | 30 | 1   | MULTICLASS | target | same value in every row that has one",
                "CATEGORY | 0  | 5   | REGRESSION | task   | holds words. Binary or multiclass is accepted",
                "CATEGORY | 0  | 5   | BINARY     | task   | has 5 different values. Multiclass is accepted",
                "INTEGER  | 0  | 5   | BINARY     | task   | Multiclass or regression is accepted",
                "CATEGORY | 0  | 101 | MULTICLASS | task   | has 101 different values. At most 100 classes",
                "NUMBER   | 57 | 3   | REGRESSION | folds  | Only 3 rows have a value of 't', too few for 5 folds",
            })
    void a_target_that_does_not_fit_is_told(
            ColumnType type, long missing, long distinct, Task task, String field, String message) {
        List<Fault> faults = faults(new ColumnSchema("t", type, missing, distinct), task);

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.message()).contains(message).contains("accepted");
        });
    }

    @Test
    void a_table_without_features_is_told() {
        DatasetSchema schema = schema(
                new ColumnSchema("label", ColumnType.BOOLEAN, 0, 2),
                new ColumnSchema("id", ColumnType.IDENTIFIER, 0, 60));

        assertThat(TargetCheck.ofSchema(schema, "label", Task.BINARY, 5))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("dataset"));
    }

    @Test
    void a_name_the_file_gives_twice_is_told() {
        DatasetSchema twice = new DatasetSchema(
                60,
                new Dialect(',', '"', true, TextEncoding.UTF_8, false),
                List.of(FEATURE, new ColumnSchema("size (2)", ColumnType.NUMBER, 0, 9)),
                List.of(new RenamedColumn("size (2)", "size")),
                Map.of());

        assertThat(TargetCheck.ofSchema(twice, "size", Task.REGRESSION, 5))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("more than one column called 'size'"));
        assertThat(TargetCheck.ofSchema(twice, "size (2)", Task.REGRESSION, 5)).isEmpty();
    }

    @Test
    void all_faults_are_told_at_once() {
        DatasetSchema schema = schema(new ColumnSchema("t", ColumnType.CATEGORY, 57, 3));

        assertThat(TargetCheck.ofSchema(schema, "t", Task.BINARY, 5))
                .extracting(Fault::field)
                .containsExactly("dataset", "task", "folds");
    }

    @Test
    void a_class_of_one_row_is_named() {
        Target target = Target.ofClasses(List.of("a", "b", "c"), new double[] {0, 1, 2, 0, 2});

        assertThat(TargetCheck.ofRows(target))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("The class 'b' has one row"));
    }

    @Test
    void numbers_have_no_rare_classes() {
        assertThat(TargetCheck.ofRows(Target.ofNumbers(new double[] {1, 2, 3}))).isEmpty();
    }

    private static List<Fault> faults(ColumnSchema target, Task task) {
        return TargetCheck.ofSchema(schema(FEATURE, target), "t", task, 5);
    }

    private static DatasetSchema schema(ColumnSchema... columns) {
        return new DatasetSchema(
                60, new Dialect(',', '"', true, TextEncoding.UTF_8, false), List.of(columns), List.of(), Map.of());
    }
}
