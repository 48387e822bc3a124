package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.SharedData;
import io.thresher.data.ColumnSchema;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.Target;
import io.thresher.data.Task;
import io.thresher.data.TaskProposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealTablesTest {
    private static final Uploads UPLOADS = new Uploads();
    private static final Map<String, Uploads.Stored> STORED = new HashMap<>();

    @AfterAll
    static void close() {
        UPLOADS.close();
    }

    static List<String> names() {
        return SharedData.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_table_has_the_rows_and_columns_it_is_known_to_have(String name) {
        JsonNode meta = SharedData.meta(name);

        DatasetSchema schema = ingest(name).schema();

        assertThat(schema.rows()).isEqualTo(meta.get("train_rows").asLong());
        assertThat(schema.columns()).hasSize(meta.get("features").asInt() + 1);
        assertThat(schema.dialect().delimiter())
                .isEqualTo(meta.get("delimiter").asText().charAt(0));
        assertThat(schema.dialect().quote()).isEqualTo('"');
        assertThat(schema.dialect().hasHeader()).isEqualTo(meta.get("header").asBoolean());
        // "latin-1" stands there for all encodings of one byte a letter.
        assertThat(schema.dialect().encoding().word().replace("windows-1252", "latin-1"))
                .isEqualTo(meta.get("encoding").asText());
        assertThat(schema.dialect().decimalComma())
                .isEqualTo(meta.get("decimal").asText().equals(","));
        if (meta.get("header").asBoolean()) {
            assertThat(schema.names().get(meta.get("target_index").asInt()))
                    .isEqualTo(meta.get("target").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_target_has_the_task_classes_and_gaps_it_is_known_to_have(String name) {
        JsonNode meta = SharedData.meta(name);
        Uploads.Stored stored = ingest(name);
        String target = stored.schema().names().get(meta.get("target_index").asInt());
        Task task = Task.ofWord(meta.get("task").asText()).orElseThrow();
        List<String> labels = new ArrayList<>();
        meta.get("labels").forEach(label -> labels.add(label.asText()));

        Labelled labelled = stored.labelled(target, task);

        assertThat(TaskProposal.of(
                        stored.schema().column(target).orElseThrow(),
                        stored.schema().rows()))
                .isEqualTo(task);
        assertThat(labelled.target().task()).isEqualTo(task);
        assertThat(labelled.target().classes()).isEqualTo(labels);
        assertThat(labelled.rows())
                .isEqualTo(meta.get("train_rows").asInt()
                        - meta.get("train_rows_missing_target").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "telco_churn, TotalCharges, NUMBER",
        "telco_churn, customerID, IDENTIFIER",
        "telco_churn, Churn, BOOLEAN",
        "kc1, Class, BOOLEAN",
        "cali_vivienda, longitud, NUMBER",
        "auto_imports, column 2, INTEGER",
        "titanic, Name, TEXT",
        "titanic, Ticket, HIGH_CARDINALITY",
        "titanic, Cabin, HIGH_CARDINALITY",
        "flights_join, tailnum, HIGH_CARDINALITY",
        "flights_join, year, CONSTANT",
        "bike_hour, dteday, DATE_TIME",
        "bank_additional, job, CATEGORY",
        "bank_additional, pdays, INTEGER",
        "california_housing, total_bedrooms, INTEGER",
        "cali_vivienda, barrio, CATEGORY",
        "credit_g, checking_status, CATEGORY",
        "sms_spam, text, TEXT",
    })
    void columns_of_real_tables_have_the_type_a_person_would_give(String name, String column, ColumnType type) {
        assertThat(ingest(name).schema().column(column).orElseThrow().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "airports.csv, 1458, tzone, CATEGORY",
        "airports.csv, 1458, tz, INTEGER",
        "planes.csv, 3322, speed, INTEGER",
        "planes.csv, 3322, tailnum, IDENTIFIER",
        "weather.csv, 26115, time_hour, DATE_TIME",
        "weather.csv, 26115, wind_gust, NUMBER",
    })
    void tables_to_be_joined_are_read_too(String file, int rows, String column, ColumnType type) {
        DatasetSchema schema = UPLOADS.ingest(SharedData.table("flights_join").resolve(file), IngestLimits.DEFAULT)
                .schema();

        assertThat(schema.rows()).isEqualTo(rows);
        assertThat(schema.column(column).orElseThrow().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"titanic, PassengerId", "thanksgiving, RespondentID", "cali_vivienda, id"})
    void only_numbers_that_name_things_look_like_codes(String name, String codes) {
        assertThat(ingest(name).schema().columns().stream()
                        .filter(ColumnSchema::codes)
                        .map(ColumnSchema::name))
                .containsExactly(codes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto_imports",
                "bank_additional",
                "bike_hour",
                "california_housing",
                "credit_g",
                "kc1",
                "vehicle",
                "wine_quality_white"
            })
    void no_amounts_or_counts_look_like_codes(String name) {
        assertThat(ingest(name).schema().columns()).noneMatch(ColumnSchema::codes);
    }

    @ParameterizedTest
    @CsvSource({
        "auto_imports, column 2, ?",
        "telco_churn, TotalCharges, ''",
        "bank_additional, job, ",
    })
    void what_stands_for_missing_values_is_known(String name, String column, @Nullable String token) {
        assertThat(ingest(name).schema().column(column).orElseThrow().missingTokens())
                .isEqualTo(Stream.ofNullable(token).toList());
    }

    @ParameterizedTest
    @CsvSource({"preciom,400,0", "longitud,-76.54,0"})
    void numbers_to_predict_are_exact(String target, double first, int row) {
        Target values =
                ingest("cali_vivienda").labelled(target, Task.REGRESSION).target();

        assertThat(values.value(row)).isEqualTo(first);
    }

    private static Uploads.Stored ingest(String name) {
        return STORED.computeIfAbsent(
                name, table -> UPLOADS.ingest(SharedData.table(table).resolve("train.csv"), IngestLimits.DEFAULT));
    }
}
