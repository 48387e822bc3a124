package io.thresher.data.issue;

import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.ColumnType;
import io.thresher.data.repair.RepairStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
    private static final List<String> TOWNS = List.of("Bonn", "Köln", "Essen", "Aachen");

    private final Random random = new Random(8);
    private final double[] x = Given.normals(11);
    private final Given given = Given.numbersToPredict(Given.normals(1));

    @Test
    void columns_that_name_the_row_are_identifiers_and_amounts_are_not() {
        given.numbers("PassengerId", row -> 1 + (row * 7) % Given.ROWS)
                .words("customer", ColumnType.IDENTIFIER, row -> "c-" + (row * 7919) % 10_007)
                .numbers("income", row -> Math.rint(20_000 * Math.exp(x[row])));

        assertThat(columns(IssueKind.IDENTIFIER)).containsExactlyInAnyOrder("PassengerId", "customer");
    }

    @Test
    void constant_and_nearly_constant_columns_are_told_apart() {
        given.words("country", ColumnType.CONSTANT, row -> "DE")
                .words("union", row -> row == 5 ? "yes" : "no")
                .words("flag", row -> row % 50 == 0 ? "yes" : "no");

        assertThat(columns(IssueKind.CONSTANT)).containsExactly("country");
        assertThat(columns(IssueKind.NEAR_CONSTANT)).containsExactly("union");
    }

    @Test
    void the_same_numbers_on_another_scale_are_near_duplicates_and_related_ones_are_not() {
        given.numbers("celsius", row -> x[row])
                .numbers("fahrenheit", row -> 32 + 1.8 * x[row])
                .numbers("felt", row -> x[row] + 0.2 * random.nextGaussian());

        assertThat(given.find(REGRESSION, IssueKind.NEAR_DUPLICATE_COLUMNS))
                .extracting(DataIssue::columns)
                .containsExactly(List.of("celsius", "fahrenheit"));
    }

    @Test
    void words_recoded_as_numbers_are_near_duplicates_and_the_words_stay() {
        int[] town = random.ints(Given.ROWS, 0, 4).toArray();
        given.numbers("town code", row -> 3 - town[row])
                .words("town", row -> TOWNS.get(town[row]))
                .words("half", row -> TOWNS.get(town[row] / 2));

        assertThat(given.find(REGRESSION, IssueKind.NEAR_DUPLICATE_COLUMNS))
                .singleElement()
                .extracting(DataIssue::proposal)
                .isEqualTo(new Proposal.Repair(new RepairStep.DropColumn("town code"), true));
    }

    @Test
    void words_among_numbers_and_numbers_among_words_are_mixed() {
        given.words("weight", row -> row % 40 == 0 ? "too heavy" : Integer.toString(50 + row % 37))
                .words("town", row -> row % 40 == 0 ? "17" : TOWNS.get(row % 4))
                .words("code", row -> "a" + row % 12);

        assertThat(columns(IssueKind.MIXED_TYPES)).containsExactlyInAnyOrder("weight", "town");
        assertThat(given.find(REGRESSION, IssueKind.MIXED_TYPES))
                .extracting(DataIssue::proposal)
                .contains(new Proposal.Reread("weight", ColumnType.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "N. A.", "none given", "Not available", "—", "-", "UNKNOWN", "keine Angabe"})
    void words_that_say_nothing_are_missing_values_in_disguise(String word) {
        assertThat(DisguisedMissing.saysNothing(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "no", "other", "north", "NO", "nonexistent", "missing tooth"})
    void words_that_say_something_are_not(String word) {
        assertThat(DisguisedMissing.saysNothing(word)).isFalse();
    }

    @Test
    void a_column_with_words_that_say_nothing_is_named() {
        given.words("town", row -> row % 10 == 0 ? "unknown" : TOWNS.get(row % 4))
                .words("other town", row -> TOWNS.get(random.nextInt(4)));

        assertThat(given.find(REGRESSION, IssueKind.DISGUISED_MISSING))
                .singleElement()
                .extracting(DataIssue::proposal)
                .isEqualTo(new Proposal.Repair(new RepairStep.ValuesToMissing("town", List.of("unknown")), false));
    }

    @Test
    void spellings_of_one_word_are_merged_into_the_commonest() {
        given.words("town", row -> row == 1 ? "KÖLN" : row == 6 ? "Koln" : row == 11 ? "k öln" : TOWNS.get(row % 4))
                .words("grade", row -> List.of("A-", "A", "A+").get(row % 3));

        assertThat(given.find(REGRESSION, IssueKind.SPELLINGS))
                .singleElement()
                .extracting(DataIssue::proposal)
                .isEqualTo(new Proposal.Repair(
                        new RepairStep.MergeSpellings("town", Map.of("KÖLN", "Köln", "Koln", "Köln", "k öln", "Köln")),
                        true));
    }

    @ParameterizedTest
    @CsvSource({"-200,50,10", "999,50,10", "9999,800,200", "-1,40,9", "0,120,15", "-999,0,1", "-9,30,8"})
    void a_spike_far_from_all_other_values_is_a_sentinel(String value, double centre, double spread) {
        given.numbers(
                "measured",
                row -> row % 25 == 0
                        ? Double.parseDouble(value)
                        : Math.abs(centre + spread * x[row]) * (centre == 0 ? x[row] : 1));

        assertThat(given.find(REGRESSION, IssueKind.SENTINEL))
                .singleElement()
                .extracting(DataIssue::proposal)
                .isEqualTo(new Proposal.Repair(new RepairStep.ValuesToMissing("measured", List.of(value)), false));
    }

    @Test
    void zeros_that_counts_and_amounts_have_are_no_sentinels() {
        given.numbers("children", row -> Math.max(0, Math.rint(1 + x[row])))
                .numbers("gain", row -> x[row] < 0.5 ? 0 : 300 * x[row] * x[row])
                .numbers("percent", row -> Math.min(100, Math.max(0, Math.rint(60 + 30 * x[row]))))
                .numbers("change", row -> Math.rint(3 * x[row]));

        assertThat(columns(IssueKind.SENTINEL)).isEmpty();
    }

    @Test
    void dates_after_today_are_named_unless_most_of_them_are() {
        LocalDate start = LocalDate.of(2020, 1, 1);
        given.words(
                        "signed",
                        row -> start.plusDays((row * 7L) % 900 + (row == 50 ? 9_000 : 0))
                                .toString())
                .words("ends", row -> start.plusDays(3_000 + (row * 11L) % 900).toString())
                .words("born", row -> start.minusDays((row * 13L) % 9_000).toString());

        assertThat(given.find(REGRESSION, IssueKind.FUTURE_DATES))
                .filteredOn(issue -> issue.severity() != Severity.LOW)
                .extracting(DataIssue::columns)
                .containsExactly(List.of("signed"));
        assertThat(columns(IssueKind.FUTURE_DATES)).doesNotContain("born");
    }

    private List<String> columns(IssueKind kind) {
        return given.find(REGRESSION, kind).stream()
                .map(issue -> issue.columns().get(0))
                .toList();
    }
}
