package io.thresher.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyClassesTest {
    @Test
    void the_list_names_what_a_start_loads() {
        List<String> names = EarlyClasses.names();

        long there = names.stream().filter(EarlyClassesTest::isThere).count();

        assertThat(names).hasSizeGreaterThan(5_000).contains("org.hibernate.SessionFactory", "org.h2.Driver");
        assertThat(there).as("of %d", names.size()).isGreaterThan(names.size() * 3L / 4);
    }

    /** Without loading it. Generated classes are only in the packaged application. */
    private static boolean isThere(String name) {
        return EarlyClassesTest.class.getResource("/" + name.replace('.', '/') + ".class") != null;
    }
}
