package io.thresher.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class SearchOptionsTest {
    @Command
    private static final class Any {
        @Mixin
        private ValidationOptions judging = new ValidationOptions();

        @Mixin
        private ConstraintOptions constraints = new ConstraintOptions();

        @Mixin
        private CourseOptions course = new CourseOptions();
    }

    @Test
    void without_any_nothing_is_asked_for() {
        Any none = read();

        assertThat(none.judging.validation()).isNull();
        assertThat(none.judging.holdout()).isNull();
        assertThat(none.judging.test()).isEmpty();
        assertThat(none.constraints.request()).isNull();
        assertThat(none.course.warmStart()).isNull();
        assertThat(none.course.ensemble()).isNull();
        assertThat(none.course.recipe()).isNull();
    }

    @Test
    void a_kind_of_validation_takes_its_fields_after_commas() {
        assertThat(read("--validation", "time, column=2020, folds=4").judging.validation())
                .hasToString("{\"kind\":\"time\",\"column\":\"2020\",\"folds\":4}");
        assertThat(read("--validation", "holdout,fraction=0.3").judging.validation())
                .hasToString("{\"kind\":\"holdout\",\"fraction\":0.3}");
        assertThatThrownBy(() -> read("--validation", "kfold,fold=4"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("'fold=4'")
                .hasMessageContaining("folds=");
        assertThatThrownBy(() -> read("--validation", "kfold,folds=many"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("folds needs a number, got 'many'");
    }

    @Test
    void constraints_are_those_of_a_request() {
        assertThat(read("--increasing", "age", "--decreasing", "debt", "--together", "age, debt", "--together", "city")
                        .constraints
                        .request())
                .hasToString("{\"monotone\":{\"age\":\"increasing\",\"debt\":\"decreasing\"},"
                        + "\"interactions\":[[\"age\",\"debt\"],[\"city\"]]}");
    }

    @Test
    void a_warm_start_and_an_ensemble_can_be_refused() {
        assertThat(read("--warm-start").course.warmStart()).isTrue();
        assertThat(read("--no-warm-start").course.warmStart()).isFalse();
        assertThat(read("--no-ensemble").course.ensemble()).isFalse();
    }

    private static Any read(String... arguments) {
        Any options = new Any();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
