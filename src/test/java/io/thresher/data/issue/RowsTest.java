package io.thresher.data.issue;

import static io.thresher.data.Task.BINARY;
import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.repair.RepairStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final double[] y = Given.normals(1);
    private final double[] x = Given.normals(2);
    private final double[] z = Given.normals(3);

    @Test
    void rows_that_repeat_an_earlier_one_are_counted() {
        Given given = new Given()
                .numbers("x", row -> x[row < 30 ? 100 + row : row])
                .numbers("z", row -> z[row < 30 ? 100 + row : row])
                .numbers("y", row -> y[row < 30 ? 100 + row : row]);

        assertThat(given.find(REGRESSION)).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(IssueKind.DUPLICATE_ROWS);
            assertThat(issue.evidence()).containsEntry("rows", 30.0);
            assertThat(issue.proposal()).isEqualTo(new Proposal.Repair(new RepairStep.DropDuplicateRows(), true));
        });
    }

    @Test
    void rows_alike_but_for_the_target_are_counted() {
        Given given = new Given()
                .numbers("x", row -> x[row < 30 ? 100 + row : row])
                .numbers("z", row -> z[row < 30 ? 100 + row : row])
                .numbers("y", row -> y[row]);

        assertThat(given.find(REGRESSION)).extracting(DataIssue::kind).containsExactly(IssueKind.CONFLICTING_ROWS);
    }

    @Test
    void rows_alike_for_want_of_columns_are_no_issue() {
        int[] label = Given.labels(4);
        Given given = new Given()
                .words("size", row -> row % 3 == 0 ? "small" : "large")
                .words("colour", row -> row % 2 == 0 ? "red" : "blue")
                .words("y", row -> "k" + label[row]);

        assertThat(given.find(BINARY, IssueKind.DUPLICATE_ROWS)).isEmpty();
        assertThat(given.find(BINARY, IssueKind.CONFLICTING_ROWS)).isEmpty();
    }

    @Test
    void rows_without_target_are_counted() {
        Given given = Given.withNoise().numbers("y", row -> row % 20 == 0 ? Double.NaN : y[row]);

        assertThat(given.find(REGRESSION)).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(IssueKind.MISSING_TARGET);
            assertThat(issue.evidence()).containsEntry("rows", 30.0);
        });
    }

    @Test
    void two_rows_that_carry_most_of_the_deviation_are_named_and_a_normal_target_is_not() {
        Given given = Given.withNoise().numbers("y", row -> row < 2 ? 500 : y[row]);

        assertThat(given.find(REGRESSION))
                .extracting(DataIssue::kind, DataIssue::columns)
                .contains(org.assertj.core.groups.Tuple.tuple(IssueKind.DOMINATING_ROWS, List.of("y")));
        assertThat(Given.numbersToPredict(y).find(REGRESSION, IssueKind.DOMINATING_ROWS))
                .isEmpty();
    }
}
