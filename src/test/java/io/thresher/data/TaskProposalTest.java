package io.thresher.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskProposalTest {

    @ParameterizedTest
    @CsvSource({
        "BOOLEAN, 2, 100, BINARY",
        "CATEGORY, 2, 100, BINARY",
        "CATEGORY, 3, 100, MULTICLASS",
        "CATEGORY, 90, 100, MULTICLASS",
        "INTEGER, 2, 100, BINARY",
        "NUMBER, 2, 100, BINARY",
        "INTEGER, 7, 3673, MULTICLASS",
        "INTEGER, 20, 100, MULTICLASS",
        "INTEGER, 20, 99, REGRESSION",
        "INTEGER, 21, 10000, REGRESSION",
        "INTEGER, 840, 13039, REGRESSION",
        "NUMBER, 5, 1000, REGRESSION",
    })
    void a_target_suggests(ColumnType type, long distinct, long rows, Task task) {
        assertThat(TaskProposal.of(new ColumnSchema("t", type, 0, distinct), rows))
                .isEqualTo(task);
    }
}
