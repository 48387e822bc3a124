package io.thresher.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PurityTest {

    @Test
    void gini_impurity_of_three_against_one_is_three_eighths() {
        Purity gini = Purity.gini();
        double purity = gini.side(gini.part(3) + gini.part(1), 4);
        assertThat(1 - purity / 4).isCloseTo(0.375, within(1e-12));
    }

    @Test
    void entropy_of_three_against_one_is_what_shannon_says() {
        Purity entropy = Purity.entropy(4);
        double purity = entropy.side(entropy.part(3) + entropy.part(1), 4);
        assertThat(-purity / 4).isCloseTo(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25), within(1e-12));
    }

    @Test
    void a_side_without_rows_counts_nothing() {
        assertThat(Purity.gini().side(0, 0)).isZero();
        assertThat(Purity.entropy(4).side(0, 0)).isZero();
    }
}
