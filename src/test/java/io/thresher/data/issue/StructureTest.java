package io.thresher.data.issue;

import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StructureTest {
    private final Random random = new Random(6);
    private final double[] y = Given.normals(1);
    private final double[] x = Given.normals(2);

    @Test
    void rows_of_one_patient_ask_for_a_split_by_patient() {
        int[] patient = random.ints(Given.ROWS, 0, 120).toArray();
        double[] age = Given.normals(3);
        double[] size = Given.normals(4);
        Given given = new Given()
                .numbers("patient", row -> 1000 + (patient[row] * 37) % 120)
                .numbers("age", row -> age[patient[row]])
                .numbers("size", row -> size[patient[row]])
                .numbers("pulse", row -> x[row])
                .numbers("y", row -> y[patient[row]] + 0.3 * y[row]);

        assertThat(given.find(REGRESSION, IssueKind.REPEATED_ENTITIES))
                .singleElement()
                .extracting(DataIssue::proposal)
                .isEqualTo(new Proposal.Split(Proposal.By.GROUP, "patient"));
    }

    @Test
    void a_measure_and_a_plain_category_do_not_ask_for_groups() {
        Given given = Given.numbersToPredict(y)
                .numbers("age", row -> Math.rint(40 + 8 * x[row]))
                .numbers("weight", row -> 60 + 9 * x[row] + random.nextGaussian())
                .words("town", row -> "town " + random.nextInt(60));

        assertThat(given.find(REGRESSION, IssueKind.REPEATED_ENTITIES)).isEmpty();
    }

    @Test
    void rows_in_the_order_of_a_date_ask_for_a_split_by_time() {
        Given given = Given.numbersToPredict(y)
                .words("day", row -> LocalDate.of(2020, 1, 1).plusDays(row / 3).toString());

        assertThat(given.find(REGRESSION)).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(IssueKind.TIME_ORDER);
            assertThat(issue.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(issue.proposal()).isEqualTo(new Proposal.Split(Proposal.By.TIME, "day"));
        });
    }

    @Test
    void a_date_that_nothing_depends_on_is_no_more_than_good_to_know() {
        Given given = Given.numbersToPredict(y)
                .words(
                        "born",
                        row -> LocalDate.of(1990, 1, 1)
                                .plusDays(random.nextInt(9_000))
                                .toString());

        assertThat(given.find(REGRESSION)).extracting(DataIssue::severity).containsExactly(Severity.LOW);
    }

    @Test
    void a_column_that_changes_along_the_file_is_named() {
        Given given = Given.numbersToPredict(y).numbers("level", row -> x[row] + row / 200.0);

        assertThat(given.find(REGRESSION)).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(IssueKind.DRIFT);
            assertThat(issue.columns()).containsExactly("level");
        });
    }

    @Test
    void a_test_table_that_differs_is_named_with_its_columns_and_one_drawn_alike_is_not() {
        int[] first = IntStream.range(0, 300).toArray();
        Given given = Given.numbersToPredict(y).numbers("level", row -> x[row]);
        Table shifted =
                Given.withNoise().numbers("level", row -> x[row] + 2).table().take(first);

        assertThat(given.testedOn(shifted).find(REGRESSION, IssueKind.TEST_DRIFT))
                .extracting(DataIssue::columns)
                .containsExactly(List.of("level"));
        assertThat(given.testedOn(given.table().take(first)).find(REGRESSION, IssueKind.TEST_DRIFT))
                .isEmpty();
    }
}
