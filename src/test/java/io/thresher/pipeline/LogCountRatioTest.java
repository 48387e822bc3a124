package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogCountRatioTest {
    private static final CategoryColumn TEXTS =
            CategoryColumn.of("text", List.of("good film", "good film", "good", "bad film", "bad film", "bad", ""));
    private static final TermList TERMS = TermList.of(
            List.of("good film", "good film", "good", "bad film", "bad film", "bad"), TextTokens.WORDS, 1, 1, 9);

    @Test
    void a_term_counts_by_how_much_more_often_one_class_has_it() {
        double[] ratios = LogCountRatio.of(
                TERMS, TEXTS, Target.ofClasses(List.of("no", "yes"), new double[] {1, 1, 1, 0, 0, 0, 0}));

        // With 1 added: film 3, bad 1, good 4 of 8 in one class; film 3, bad 4, good 1 of 8 in the other.
        assertThat(TERMS.names()).containsExactly("film", "bad", "good");
        assertThat(ratios).containsExactly(new double[] {0, Math.log(4), Math.log(4)}, within(1e-12));
    }

    @Test
    void of_several_classes_the_one_that_is_told_most_of_counts() {
        double[] ratios = LogCountRatio.of(
                TERMS, TEXTS, Target.ofClasses(List.of("a", "b", "c"), new double[] {0, 0, 1, 2, 2, 2, 0}));

        // Of "good": a against the others (3/7) / (2/9), b (2/4) / (3/12), c (1/8) / (4/8).
        assertThat(ratios[2]).isCloseTo(Math.log(4), within(1e-12));
        // Of "film": (3/7) / (3/9), (1/4) / (5/12), (3/8) / (3/8).
        assertThat(ratios[0]).isCloseTo(Math.log(5.0 / 3), within(1e-12));
    }

    @Test
    void numbers_are_parted_at_their_mean() {
        double[] classes = LogCountRatio.of(
                TERMS, TEXTS, Target.ofClasses(List.of("no", "yes"), new double[] {1, 1, 1, 0, 0, 0, 0}));
        double[] numbers = LogCountRatio.of(TERMS, TEXTS, Target.ofNumbers(new double[] {9, 8, 7, 1, 2, 3, 0}));

        assertThat(numbers).containsExactly(classes);
    }
}
