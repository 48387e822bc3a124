package io.thresher.data.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.SharedData;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Table;
import io.thresher.data.Task;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.TableReader;
import io.thresher.data.repair.RepairStep;
import io.thresher.seed.Seed;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealTablesTest {
    @TempDir
    private Path folder;

    @Test
    void casual_and_registered_riders_are_found_to_be_all_riders() {
        assertThat(find("bike_hour_leak"))
                .filteredOn(issue -> issue.kind() == IssueKind.COMBINATION_LEAK)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(Severity.HIGH);
                    assertThat(issue.columns()).containsExactlyInAnyOrder("casual", "registered");
                    assertThat(issue.sentence()).contains("sum");
                });
    }

    @Test
    void the_delay_at_departure_is_suspicious() {
        assertThat(find("flights_join"))
                .filteredOn(issue -> issue.kind() == IssueKind.TARGET_LEAK)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.severity()).isEqualTo(Severity.MEDIUM);
                    assertThat(issue.columns()).containsExactly("dep_delay");
                });
    }

    @Test
    void never_called_before_is_no_number_of_days() {
        assertThat(find("bank_additional"))
                .extracting(DataIssue::proposal)
                .contains(new Proposal.Repair(new RepairStep.ValuesToMissing("pdays", List.of("999")), false));
    }

    @Test
    void numeric_copies_of_words_are_named() {
        assertThat(find("cali_vivienda"))
                .filteredOn(issue -> issue.kind() == IssueKind.NEAR_DUPLICATE_COLUMNS)
                .extracting(DataIssue::columns)
                .containsExactlyInAnyOrder(List.of("zona", "zona_numerica"), List.of("tipo", "tipo_numerica"));
    }

    @ParameterizedTest
    @CsvSource({"titanic,PassengerId", "telco_churn,customerID", "thanksgiving,RespondentID", "bike_hour,instant"})
    void identifiers_are_named(String table, String column) {
        assertThat(find(table))
                .filteredOn(issue -> issue.kind() == IssueKind.IDENTIFIER)
                .extracting(DataIssue::columns)
                .containsExactly(List.of(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "california_housing",
                "vehicle",
                "credit_g",
                "wine_quality_white",
                "kc1",
                "bike_hour",
                "telco_churn"
            })
    void tables_without_leaks_have_no_issue_of_high_severity(String table) {
        assertThat(find(table)).extracting(DataIssue::severity).doesNotContain(Severity.HIGH);
    }

    private List<DataIssue> find(String name) {
        Path dataset = folder.resolve(name);
        JsonNode meta = SharedData.meta(name);
        DatasetSchema schema =
                DatasetFiles.ingest(SharedData.table(name).resolve("train.csv"), dataset, IngestLimits.DEFAULT);
        Table table = TableReader.read(dataset.resolve(DatasetFiles.TABLE), schema, schema.names());
        String target = schema.names().get(meta.get("target_index").asInt());
        Task task = Task.ofWord(meta.get("task").asText()).orElseThrow();
        return DataIssues.find(Subject.of(table, schema, target, task), Clock.systemUTC(), new Seed(1));
    }
}
