package io.thresher.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.thresher.data.CategoryColumn;
import io.thresher.data.Column;
import io.thresher.data.DatasetSchema;
import io.thresher.data.Labelled;
import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {
    private final Uploads uploads = new Uploads();

    @AfterEach
    void close() {
        uploads.close();
    }

    @Test
    void numbers_are_single_precision_and_words_are_levels() {
        Table table = uploads.ingest("a,b\n0.1,x\n,y\n-3,\n").features();

        NumberColumn numbers = (NumberColumn) table.column("a").orElseThrow();
        CategoryColumn words = (CategoryColumn) table.column("b").orElseThrow();
        assertThat(numbers.value(0)).isEqualTo(0.1f);
        assertThat(numbers.value(1)).isNaN();
        assertThat(numbers.value(2)).isEqualTo(-3f);
        assertThat(words.levels()).containsExactly("x", "y");
        assertThat(words.word(1)).contains("y");
        assertThat(words.word(2)).isEmpty();
    }

    @Test
    void a_number_beyond_single_precision_stays_finite() {
        Table table = uploads.ingest("a,b\n1e300,1\n-1e300,2\n").features();

        NumberColumn numbers = (NumberColumn) table.column("a").orElseThrow();
        assertThat(numbers.value(0)).isEqualTo(Float.MAX_VALUE);
        assertThat(numbers.value(1)).isEqualTo(-Float.MAX_VALUE);
    }

    @Test
    void constants_are_no_features_but_can_be_asked_for() {
        Uploads.Stored stored = uploads.ingest("a,b\n1,x\n2,x\n");

        assertThat(stored.features().columns()).extracting(Column::name).containsExactly("a");
        assertThat(stored.table("b", "a").columns()).extracting(Column::name).containsExactly("b", "a");
    }

    @Test
    void names_that_differ_in_case_only_are_two_columns() {
        Table table = uploads.ingest("id,ID,\"I\"\"d\"\n1,x,5\n2,y,6\n").features();

        assertThat(((NumberColumn) table.column("id").orElseThrow()).value(1)).isEqualTo(2f);
        assertThat(((CategoryColumn) table.column("ID").orElseThrow()).word(1)).contains("y");
        assertThat(((NumberColumn) table.column("I\"d").orElseThrow()).value(1)).isEqualTo(6f);
    }

    @Test
    void rows_without_a_target_are_left_out() {
        Labelled labelled = uploads.ingest("a,t\n1,x\n2,\n3,y\n4,?\n5,x\n").labelled("t", Task.BINARY);

        assertThat(labelled.keptRows()).containsExactly(0, 2, 4);
        assertThat(labelled.target().values()).containsExactly(0, 1, 0);
        NumberColumn feature = (NumberColumn) labelled.features().column("a").orElseThrow();
        assertThat(List.of(feature.value(0), feature.value(1), feature.value(2)))
                .containsExactly(1f, 3f, 5f);
    }

    @Test
    void the_target_is_no_feature() {
        Labelled labelled = uploads.ingest("a,t\n1,2\n2,3\n").labelled("t", Task.REGRESSION);

        assertThat(labelled.features().columns()).extracting(Column::name).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"10/9/2.5, 2.5/9/10", "1.0/0.0/1.0, 0/1", "b/a/B, B/a/b", "no/yes/no, no/yes", "-/+/-, +/-"})
    void class_labels_are_sorted_as_numbers_or_by_the_alphabet(String values, String classes) {
        String text = "a,t\n1," + values.replace("/", "\n2,") + "\n";

        assertThat(uploads.ingest(text).labelled("t", Task.MULTICLASS).target().classes())
                .containsExactly(classes.split("/"));
    }

    @Test
    void a_number_to_predict_keeps_double_precision() {
        Labelled labelled = uploads.ingest("a,t\n1,0.1\n2,16777217\n").labelled("t", Task.REGRESSION);

        assertThat(labelled.target().values()).containsExactly(0.1, 16777217);
    }

    @Test
    void regression_on_words_is_refused() {
        Uploads.Stored stored = uploads.ingest("a,t\n1,x\n2,y\n");

        assertThatThrownBy(() -> stored.labelled("t", Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("regression needs a target of numbers");
    }

    @Test
    void a_file_that_does_not_fit_its_schema_is_an_error() {
        Uploads.Stored stored = uploads.ingest("a,b\n1,2\n3,4\n");
        DatasetSchema schema = stored.schema();
        DatasetSchema other = new DatasetSchema(
                5, schema.dialect(), schema.columns(), schema.renamedColumns(), schema.booleanWords());

        assertThatThrownBy(() -> new Uploads.Stored(stored.folder(), other).features())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("has 2 rows, its schema says 5");
    }

    @Test
    void a_broken_file_is_an_error() throws IOException {
        Uploads.Stored stored = uploads.ingest("a,b\n1,2\n3,4\n");
        Path parquet = stored.folder().resolve(DatasetFiles.TABLE);
        Files.write(parquet, new byte[] {1, 2, 3});

        assertThatThrownBy(stored::features).isInstanceOf(UncheckedIOException.class);
    }
}
