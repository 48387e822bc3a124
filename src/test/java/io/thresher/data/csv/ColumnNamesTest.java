package io.thresher.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.RenamedColumn;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ColumnNamesTest {

    @Test
    void equal_names_are_numbered_from_the_second_on() {
        ColumnNames names = ColumnNames.ofHeader(List.of("a", "b", " a ", "a"));

        assertThat(names.names()).containsExactly("a", "b", "a (2)", "a (3)");
        assertThat(names.renamed()).containsExactly(new RenamedColumn("a (2)", "a"), new RenamedColumn("a (3)", "a"));
    }

    @Test
    void an_empty_name_becomes_the_place() {
        ColumnNames names = ColumnNames.ofHeader(List.of("", "b", ""));

        assertThat(names.names()).containsExactly("column 1", "b", "column 3");
    }

    @Test
    void a_name_the_file_has_is_not_given_to_another_column() {
        ColumnNames names = ColumnNames.ofHeader(List.of("a", "a", "a (2)", "", "column 4"));

        assertThat(names.names()).containsExactly("a", "a (3)", "a (2)", "column 4 (2)", "column 4");
    }

    @Property
    void names_are_unique_and_never_empty(
            @ForAll List<@StringLength(max = 5) @Chars({'a', ' ', '(', '2', ')'}) String> header) {
        assertThat(ColumnNames.ofHeader(header).names())
                .hasSize(header.size())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }
}
