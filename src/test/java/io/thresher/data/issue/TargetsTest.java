package io.thresher.data.issue;

import static io.thresher.data.Task.BINARY;
import static io.thresher.data.Task.MULTICLASS;
import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.Task;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private final double[] x = Given.normals(1);

    @Test
    void a_class_of_one_row_in_thirty_is_rare_and_one_of_six_is_not() {
        assertThat(kinds(row -> row % 30 == 7 ? "yes" : "no", BINARY)).containsExactly(IssueKind.IMBALANCE);
        assertThat(kinds(row -> row % 6 == 3 ? "yes" : "no", BINARY)).isEmpty();
    }

    @Test
    void a_class_of_three_rows_is_too_small_for_five_folds() {
        assertThat(kinds(row -> row % 200 == 0 ? "seldom" : "k" + row % 3, MULTICLASS))
                .contains(IssueKind.SMALL_CLASSES);
        assertThat(kinds(row -> "k" + row % 4, MULTICLASS)).isEmpty();
    }

    @Test
    void a_target_with_a_long_tail_is_named_and_a_normal_one_is_not() {
        assertThat(kinds(row -> Math.exp(1.8 * x[row]))).contains(IssueKind.HEAVY_TAIL);
        assertThat(kinds(row -> x[row])).isEmpty();
    }

    @Test
    void a_target_that_is_often_zero_is_named_and_a_small_count_is_not() {
        assertThat(kinds(row -> row % 2 == 0 ? 0 : 50 + 10 * x[row])).containsExactly(IssueKind.ZERO_INFLATION);
        assertThat(kinds(row -> Math.max(0, Math.rint(40 + 20 * x[row])))).isEmpty();
    }

    @Test
    void few_whole_numbers_look_like_classes() {
        assertThat(kinds(row -> row * 31 % 4)).containsExactly(IssueKind.NUMBERS_LIKE_CLASSES);
    }

    @Test
    void classes_that_are_numbers_in_a_row_look_like_amounts() {
        Given given = Given.withNoise().numbers("y", row -> Math.max(0, Math.min(6, Math.rint(3 + x[row]))));

        assertThat(given.find(MULTICLASS, IssueKind.CLASSES_LIKE_NUMBERS)).hasSize(1);
        assertThat(kinds(
                        row -> List.of("ash", "oak", "elm", "fir", "yew", "box").get(row * 7 % 6), MULTICLASS))
                .isEmpty();
    }

    private static List<IssueKind> kinds(IntFunction<String> target, Task task) {
        return Given.withNoise().words("y", target).find(task).stream()
                .map(DataIssue::kind)
                .toList();
    }

    private static List<IssueKind> kinds(IntToDoubleFunction target) {
        return Given.withNoise().numbers("y", target).find(REGRESSION).stream()
                .map(DataIssue::kind)
                .toList();
    }
}
