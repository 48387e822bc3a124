package io.thresher.data.issue;

import static io.thresher.data.Task.BINARY;
import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.ColumnType;
import io.thresher.data.repair.RepairStep;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaksTest {
    private final Random random = new Random(4);
    private final double[] y = Given.normals(1);
    private final double[] other = Given.normals(2);
    private final int[] label = Given.labels(3);

    @Test
    void noise_gives_nothing_away() {
        assertThat(Given.numbersToPredict(y).find(REGRESSION)).isEmpty();
        assertThat(Given.classesToPredict(label).find(BINARY)).isEmpty();
    }

    @Test
    void a_noisy_copy_of_a_number_is_a_leak() {
        List<DataIssue> issues = Given.numbersToPredict(y)
                .numbers("late", row -> 3 * y[row] + 0.2 * other[row])
                .find(REGRESSION);

        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(IssueKind.TARGET_LEAK);
            assertThat(issue.severity()).isEqualTo(Severity.HIGH);
            assertThat(issue.columns()).containsExactly("late");
            assertThat(issue.sentence()).contains("'late'", "'y'", "%");
            assertThat(issue.proposal()).isEqualTo(new Proposal.Repair(new RepairStep.DropColumn("late"), false));
        });
    }

    @Test
    void a_monotone_transform_is_a_leak() {
        assertThat(Given.numbersToPredict(y)
                        .numbers("late", row -> Math.exp(-2 * y[row]))
                        .find(REGRESSION))
                .extracting(DataIssue::kind)
                .containsExactly(IssueKind.TARGET_LEAK);
    }

    @Test
    void a_column_that_stands_out_is_suspicious_and_one_among_many_is_not() {
        Given alone = Given.numbersToPredict(y).numbers("strong", row -> y[row] + 0.4 * other[row]);
        Given many = Given.numbersToPredict(y);
        for (int i = 0; i < 4; i++) {
            double[] noise = Given.normals(50 + i);
            many.numbers("strong " + i, row -> y[row] + 0.4 * noise[row]);
        }

        assertThat(alone.find(REGRESSION)).extracting(DataIssue::severity).containsExactly(Severity.MEDIUM);
        assertThat(many.find(REGRESSION, IssueKind.TARGET_LEAK)).isEmpty();
    }

    @Test
    void a_relabelled_class_is_a_leak() {
        assertThat(Given.classesToPredict(label)
                        .words("state", row -> "s" + label[row])
                        .find(BINARY))
                .extracting(DataIssue::kind)
                .containsExactly(IssueKind.TARGET_LEAK);
    }

    @Test
    void what_is_filled_only_afterwards_is_a_leak_and_what_is_missing_at_random_is_not() {
        Given given = Given.classesToPredict(label)
                .words("refund", row -> label[row] == 1 && row % 5 > 0 ? "by post" : "")
                .words("remark", row -> row % 3 == 0 ? "by post" : "");

        assertThat(given.find(BINARY))
                .extracting(DataIssue::kind, DataIssue::columns)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(IssueKind.POST_EVENT, List.of("refund")));
    }

    @Test
    void the_mean_of_the_target_in_each_group_is_a_leak_and_a_figure_known_beforehand_is_not() {
        int[] group = random.ints(Given.ROWS, 0, 40).toArray();
        double[] effect = Given.normals(9);
        double[] target = IntStream.range(0, Given.ROWS)
                .mapToDouble(row -> effect[group[row]] + 2 * y[row])
                .toArray();
        double[] mean = IntStream.range(0, 40)
                .mapToDouble(wanted -> IntStream.range(0, Given.ROWS)
                        .filter(row -> group[row] == wanted)
                        .mapToDouble(row -> target[row])
                        .average()
                        .orElse(0))
                .toArray();

        Given given = Given.numbersToPredict(target)
                .numbers("average here", row -> mean[group[row]])
                .numbers("forecast", row -> effect[group[row]]);

        assertThat(given.find(REGRESSION, IssueKind.TARGET_AGGREGATE))
                .extracting(DataIssue::columns)
                .containsExactly(List.of("average here"));
    }

    @Test
    void two_columns_whose_sum_is_the_target_are_a_leak() {
        Given given = Given.numbersToPredict(y)
                .numbers("casual", row -> 2 * other[row])
                .numbers("registered", row -> y[row] - 2 * other[row]);

        assertThat(given.find(REGRESSION, IssueKind.COMBINATION_LEAK))
                .singleElement()
                .satisfies(issue -> assertThat(issue.sentence()).contains("sum", "'casual'", "'registered'"));
    }

    @Test
    void a_class_that_one_column_exceeding_another_decides_is_a_leak() {
        double[] first = Given.normals(21);
        double[] second = Given.normals(22);

        Given given = Given.withNoise()
                .numbers("first", row -> first[row])
                .numbers("second", row -> second[row])
                .words("y", row -> first[row] > second[row] ? "yes" : "no");

        assertThat(given.find(BINARY)).extracting(DataIssue::kind).containsExactly(IssueKind.COMBINATION_LEAK);
    }

    @Test
    void numbers_given_in_the_order_of_the_target_are_a_leak_and_a_plain_count_is_not() {
        double[] sorted = Arrays.stream(y).sorted().toArray();

        Given given = Given.numbersToPredict(y)
                .numbers("case id", row -> 100 + Arrays.binarySearch(sorted, y[row]))
                .numbers("row id", row -> row);

        assertThat(given.find(REGRESSION, IssueKind.IDENTIFIER_LEAK))
                .extracting(DataIssue::columns)
                .containsExactly(List.of("case id"));
    }

    @Test
    void a_file_sorted_by_the_target_is_named_and_counting_its_rows_makes_it_a_leak() {
        double[] sorted = Arrays.stream(y).sorted().toArray();

        assertThat(Given.numbersToPredict(sorted).find(REGRESSION, IssueKind.ROW_ORDER_LEAK))
                .extracting(DataIssue::severity)
                .containsExactly(Severity.MEDIUM);
        assertThat(Given.numbersToPredict(sorted).numbers("id", row -> row).find(REGRESSION, IssueKind.ROW_ORDER_LEAK))
                .extracting(DataIssue::severity)
                .containsExactly(Severity.HIGH);
    }

    @Test
    void test_rows_that_are_learned_from_are_named_and_others_are_not() {
        Given given = Given.numbersToPredict(y);
        Given elsewhere = new Given();
        for (int i = 0; i < 6; i++) {
            double[] noise = Given.normals(60 + i);
            elsewhere.numbers("noise " + i, row -> noise[row]);
        }

        assertThat(given.testedOn(given.table().take(new int[] {3, 5, 8})).find(REGRESSION, IssueKind.TEST_DUPLICATES))
                .singleElement()
                .satisfies(issue -> assertThat(issue.evidence()).containsEntry("rows", 3.0));
        assertThat(given.testedOn(elsewhere.table()).find(REGRESSION)).isEmpty();
    }

    @Test
    void a_key_that_begins_with_the_class_is_a_leak() {
        Given given = Given.classesToPredict(label)
                .words("key", ColumnType.IDENTIFIER, row -> (label[row] == 1 ? "B" : "A") + (90_000 - 7 * row));

        assertThat(given.find(BINARY)).extracting(DataIssue::kind).contains(IssueKind.IDENTIFIER_LEAK);
    }
}
