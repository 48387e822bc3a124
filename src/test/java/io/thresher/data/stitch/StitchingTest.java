package io.thresher.data.stitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.SharedData;
import io.thresher.data.ColumnType;
import io.thresher.data.DatasetSchema;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import io.thresher.data.files.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StitchingTest {
    @TempDir
    Path folder;

    private Path result;
    private Map<String, Path> sources;

    @BeforeEach
    void two_tables() throws IOException {
        result = folder.resolve("result");
        sources = new LinkedHashMap<>();
        sources.put("a", dataset("a", "id,size,colour\n1,1.5,red\n2,2.5,blue\n3,3.5,red\n"));
        sources.put("b", dataset("b", "id,weight,when\n1,10,2026-01-31\n2,20,2026-02-28\n2,21,2026-03-31\n"));
    }

    @Test
    void a_join_is_a_dataset_typed_as_a_file_would_be() {
        stitch("select a.*, weight, \"when\" from a join b using (id) where weight <> 21;");

        DatasetSchema schema = schema();
        assertThat(schema.names()).containsExactly("id", "size", "colour", "weight", "when");
        assertThat(schema.rows()).isEqualTo(2);
        assertThat(schema.column("id").orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
        assertThat(schema.column("size").orElseThrow().type()).isEqualTo(ColumnType.NUMBER);
    }

    @Test
    void rows_that_a_join_multiplies_or_loses_are_counted() {
        StitchReport inner = stitch("select * from a join b using (id)");

        assertThat(inner.rows()).isEqualTo(3);
        assertThat(inner.lost()).isEqualTo(1);
        assertThat(inner.multiplied()).isEqualTo(1);
        assertThat(inner.warnings()).hasSize(2).first().asString().contains("1 of the 3 rows of 'a'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from b join a using (id)                                | 0 | 0",
                "select * from b right join a using (id)                          | 0 | 1",
                "with x as (select * from a) select * from x join b using (id)    | 1 | 1",
                "select * from (select * from a where id < 3) x                   | 1 | 0",
                "select id, max(weight) w from b group by id                      | 0 | 0",
                "select id, max(weight) w from b group by all                     | 0 | 0",
                "select id, size from a union all select id, weight from b        | 0 | 0"
            })
    void the_table_after_from_is_the_one_whose_rows_are_counted(String sql, int lost, int multiplied) {
        StitchReport report = stitch(sql);

        assertThat(report.lost()).isEqualTo(lost);
        assertThat(report.multiplied()).isEqualTo(multiplied);
    }

    @Test
    void a_left_join_on_a_key_loses_and_multiplies_nothing() {
        StitchReport left =
                stitch("select a.*, w from a left join (select id, max(weight) w from b group by id) using (id)");

        assertThat(left).isEqualTo(new StitchReport(3, Map.of("a", 3L, "b", 3L), 0, 0, List.of()));
    }

    @Test
    void files_of_differing_conventions_are_united() throws IOException {
        sources.put("c", dataset("c", "colour;size;id\nGreen;4,5;4\nRed;5,5;5\n"));

        StitchReport report = stitch("select * from a union all by name select * from c");

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.lost() + report.multiplied()).isZero();
        assertThat(schema().column("size").orElseThrow().type()).isEqualTo(ColumnType.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from 'source.parquet'",
                "from read_text('/etc/hostname')",
                "from read_blob('*')",
                "from read_parquet('*.parquet')",
                "from glob('*')",
                "from sniff_csv('/etc/passwd')",
                "from parquet_metadata('x')",
                "select getenv('HOME')",
                "select current_setting('temp_directory')",
                "select getvariable('x')",
                "from duckdb_settings()",
                "from duckdb_settings",
                "from duckdb_databases()",
                "from duckdb_secrets()",
                "from pragma_database_list",
                "from pragma_database_list()",
                "from information_schema.tables",
                "from sqlite_master",
                "from query('select 1')",
                "from query_table('a')",
                "select json_execute_serialized_sql('x')",
                "from json_execute_serialized_sql('x')",
                "copy a to '/tmp/stolen.csv'",
                "copy (select * from a) to '/tmp/stolen.csv'",
                "attach '/tmp/x.db'",
                "install httpfs",
                "load httpfs",
                "set enable_external_access = true",
                "reset lock_configuration",
                "pragma database_size",
                "call pragma_version()",
                "create table x as select 1",
                "drop table a",
                "insert into a values (1, 2, 'x')",
                "update a set id = 1",
                "delete from a",
                "export database '/tmp/x'",
                "checkpoint",
                "vacuum",
                "show tables",
                "describe a",
                "explain select 1",
                "select 1; drop table a",
                "select * from a) ; drop table b; --",
                "select * from a where id in (select content from read_text('/etc/passwd'))",
                "with x as (from read_csv('/etc/passwd')) select * from x",
                "select * from a union all from read_csv('/etc/passwd')",
                "select (select max(value) from duckdb_settings())",
                "select * from memory.main.a, other.main.b",
                "from nobody",
                "prepare p as select 1",
                "",
                "nonsense",
                "from 'https://example.com/x.csv'"
            })
    void hostile_or_broken_sql_is_refused_and_leaves_nothing_behind(String sql) throws IOException {
        assertThatThrownBy(() -> stitch(sql))
                .isInstanceOfSatisfying(
                        RefusedSql.class,
                        refused -> assertThat(refused.getMessage())
                                .isNotBlank()
                                .doesNotContain(folder.toString())
                                .doesNotContain("\tat "));

        assertThat(result).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".stitching"));
        }
        assertThat(Path.of("/tmp/stolen.csv")).doesNotExist();
    }

    @Test
    void sql_that_takes_too_long_is_stopped() {
        assertThatThrownBy(() -> new Stitching(sources, Duration.ofMillis(300), IngestLimits.DEFAULT)
                        .run("select count(*) n, 1 m from range(1000000000) x, range(1000000) y", result))
                .isInstanceOf(RefusedSql.class)
                .hasMessageContaining("was stopped");
    }

    @Test
    void more_rows_than_allowed_are_refused() {
        IngestLimits few = new IngestLimits(100, 10, 1000, 64, 1);

        assertThatThrownBy(() -> new Stitching(sources, Duration.ofSeconds(9), few)
                        .run("select range, 1 as one from range(100)", result))
                .isInstanceOf(UnreadableDataset.class);
        assertThat(result).doesNotExist();
    }

    @Test
    void flights_are_joined_with_planes_weather_and_airports() {
        Path flights = SharedData.table("flights_join");
        sources.clear();
        for (String name : List.of("train", "planes", "weather", "airports")) {
            Path target = folder.resolve("flights-" + name);
            DatasetFiles.ingest(flights.resolve(name + ".csv"), target, IngestLimits.DEFAULT);
            sources.put(name, target);
        }

        StitchReport report = stitch("select train.*, planes.seats, weather.wind_speed, airports.lat"
                + " from train left join planes on planes.tailnum = train.tailnum"
                + " left join weather on weather.origin = train.origin and weather.year = train.year"
                + " and weather.month = train.month and weather.day = train.day and weather.hour = train.hour"
                + " left join airports on airports.faa = train.dest");

        assertThat(report.lost()).isZero();
        assertThat(report.rows() - report.multiplied()).isEqualTo(24_555);
        assertThat(schema().column("seats").orElseThrow().type()).isEqualTo(ColumnType.INTEGER);
    }

    private StitchReport stitch(String sql) {
        return new Stitching(sources, Duration.ofSeconds(60), IngestLimits.DEFAULT).run(sql, result);
    }

    private DatasetSchema schema() {
        return SchemaFile.read(result.resolve(DatasetFiles.SCHEMA));
    }

    private Path dataset(String name, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".csv"), csv);
        Path target = folder.resolve(name);
        DatasetFiles.ingest(file, target, IngestLimits.DEFAULT);
        return target;
    }
}
