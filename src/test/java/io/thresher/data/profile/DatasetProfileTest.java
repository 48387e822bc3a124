package io.thresher.data.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thresher.data.DatasetSchema;
import io.thresher.data.files.DatasetFiles;
import io.thresher.data.files.IngestLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetProfileTest {
    @TempDir
    Path folder;

    @Test
    void numbers_are_told_by_their_spread() throws IOException {
        DatasetProfile profile = profile(IntStream.rangeClosed(1, 101)
                .mapToObj(i -> i == 101 ? ",x" : i - 1 + (i % 2 == 0 ? ".0,x" : ".0,y"))
                .collect(Collectors.joining("\n", "n,w\n", "\n")));

        ColumnProfile column = profile.column("n").orElseThrow();
        NumberProfile numbers = column.numbers().orElseThrow();
        assertThat(numbers.min()).isZero();
        assertThat(numbers.max()).isEqualTo(99);
        assertThat(numbers.mean()).isCloseTo(49.5, within(1e-9));
        assertThat(numbers.std()).isCloseTo(29.011491975882016, within(1e-9));
        assertThat(quantile(numbers, 0.5)).isCloseTo(49.5, within(1e-9));
        assertThat(quantile(numbers, 0.25)).isCloseTo(24.75, within(1e-9));
        assertThat(numbers.zeros()).isEqualTo(1);
        assertThat(numbers.negatives()).isZero();
        assertThat(numbers.histogram().bins().stream()
                        .mapToLong(Histogram.Bin::count)
                        .sum())
                .isEqualTo(100);
        assertThat(column.missing()).isEqualTo(1);
        assertThat(column.missingShare()).isCloseTo(1 / 101.0, within(1e-12));
    }

    @Test
    void words_are_told_by_the_commonest() throws IOException {
        DatasetProfile profile = profile("a,b\n1,red\n2,red\n3,blue\n4,\n5,green\n6,red\n");

        WordProfile words = profile.column("b").orElseThrow().words().orElseThrow();
        assertThat(words.top().get(0)).isEqualTo(new WordProfile.WordCount("red", 3));
        assertThat(words.top()).extracting(WordProfile.WordCount::word).containsExactly("red", "blue", "green");
        assertThat(words.minLength()).isEqualTo(3);
        assertThat(words.maxLength()).isEqualTo(5);
    }

    @Test
    void rows_that_repeat_and_rows_that_are_complete_are_counted() throws IOException {
        DatasetProfile profile = profile("a,b\n1,x\n1,x\n1,x\n2,\n3,y\n3,y\n");

        assertThat(profile.rows()).isEqualTo(6);
        assertThat(profile.completeRows()).isEqualTo(5);
        assertThat(profile.duplicateRows()).isEqualTo(3);
    }

    @Test
    void columns_that_go_together_and_are_missing_together_are_named() throws IOException {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> i % 10 == 0
                        ? "%d,,,%d".formatted(i, i * 37 % 200)
                        : "%d,%d,%s,%d".formatted(i, 2 * i + 1, i % 3 == 0 ? "p" : "q", i * 37 % 200))
                .collect(Collectors.joining("\n", "a,b,c,noise\n", "\n"));

        DatasetProfile profile = profile(rows);

        CorrelatedPair strongest = profile.correlations().pairs().get(0);
        assertThat(List.of(strongest.first(), strongest.second())).containsExactly("a", "b");
        assertThat(strongest.value()).isCloseTo(1, within(1e-9));
        assertThat(profile.missingness().patterns()).first().satisfies(pattern -> {
            assertThat(pattern.columns()).containsExactly("b", "c");
            assertThat(pattern.rows()).isEqualTo(20);
        });
        assertThat(profile.missingness().pairs().get(0).share()).isEqualTo(1);
    }

    @Test
    void odd_names_and_columns_without_values_are_no_obstacle() throws IOException {
        DatasetProfile profile = profile("\"a \"\"b\"\"\",Size,size,empty,same\n1,2,3,,k\n2,3,4,,k\n4,5,7,,k\n");

        assertThat(profile.columns())
                .extracting(ColumnProfile::name)
                .containsExactly("a \"b\"", "Size", "size", "empty", "same");
        assertThat(profile.column("empty").orElseThrow().missing()).isEqualTo(3);
        assertThat(profile.column("size").orElseThrow().numbers().orElseThrow().max())
                .isEqualTo(7);
    }

    @Test
    void a_profile_reads_as_it_was_written() throws IOException {
        DatasetProfile profile = profile("a,b\n1,red\n2,\n3,blue\n");
        Path file = folder.resolve("profile.json");

        ProfileFile.write(profile, file);

        assertThat(ProfileFile.read(file)).isEqualTo(profile);
    }

    private static double quantile(NumberProfile numbers, double share) {
        return numbers.quantiles().stream()
                .filter(quantile -> quantile.share() == share)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private DatasetProfile profile(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), csv);
        Path dataset = folder.resolve("dataset");
        DatasetSchema schema = DatasetFiles.ingest(file, dataset, IngestLimits.DEFAULT);
        return DatasetProfile.of(dataset.resolve(DatasetFiles.TABLE), schema);
    }
}
