package io.thresher.data.issue;

import static io.thresher.data.Task.REGRESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.thresher.data.ColumnType;
import io.thresher.data.repair.RepairStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataIssueTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Proposal> proposals() {
        return List.of(
                new Proposal.Repair(new RepairStep.DropColumn("late"), true),
                new Proposal.Reread("weight", ColumnType.NUMBER),
                new Proposal.Split(Proposal.By.GROUP, "patient"),
                new Proposal.Note("Ask who wrote it."));
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void an_issue_survives_being_written_and_read(Proposal proposal) throws IOException {
        DataIssue issue = issue(proposal, 0.5);

        assertThat(JSON.readValue(JSON.writeValueAsString(issue), DataIssue.class))
                .isEqualTo(issue);
    }

    @Test
    void an_issue_is_written_with_the_words_of_its_kinds() throws IOException {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(issue(proposals().get(0), 0.5)));

        assertThat(json.at("/kind").asText()).isEqualTo("targetLeak");
        assertThat(json.at("/severity").asText()).isEqualTo("high");
        assertThat(json.at("/evidence/score").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/proposal/kind").asText()).isEqualTo("repair");
        assertThat(json.at("/proposal/step/kind").asText()).isEqualTo("dropColumn");
    }

    @Test
    void figures_that_json_can_not_write_are_refused() {
        assertThatThrownBy(() -> issue(proposals().get(0), Double.NaN)).hasMessageContaining("finite");
    }

    @Test
    void issues_come_by_severity() {
        double[] y = Given.normals(1);
        List<DataIssue> issues = Given.withNoise()
                .words("country", ColumnType.CONSTANT, row -> "DE")
                .numbers("id", row -> row)
                .numbers("copy", row -> y[row])
                .numbers("y", row -> y[row])
                .find(REGRESSION);

        assertThat(issues)
                .extracting(DataIssue::severity)
                .containsExactly(Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    }

    @Test
    void a_target_that_is_not_in_the_table_is_refused() {
        assertThatThrownBy(() -> Given.withNoise().find(REGRESSION)).hasMessageContaining("'y'");
    }

    private static DataIssue issue(Proposal proposal, double score) {
        return DataIssue.of(
                IssueKind.TARGET_LEAK, Severity.HIGH, List.of("late"), Map.of("score", score), "A sentence.", proposal);
    }
}
