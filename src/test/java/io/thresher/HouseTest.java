package io.thresher;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The house: who may import whom, and which library lives where. */
class HouseTest {
    private static final String ROOT = "io.thresher.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.thresher");

    /** First part of the package below {@code io.thresher} to those it may import; every package has a row. */
    private static final Map<String, Set<String>> ROWS = Map.ofEntries(
            Map.entry("seed", Set.of()),
            Map.entry("algebra", Set.of()),
            Map.entry("space", Set.of()),
            Map.entry("metric", Set.of()),
            Map.entry("data", Set.of("seed")),
            Map.entry("ensemble", Set.of("metric", "data", "seed", "algebra")),
            Map.entry("search", Set.of("space", "seed", "algebra")),
            Map.entry("model", Set.of("data", "space", "metric", "seed")),
            Map.entry("pipeline", Set.of("model", "data", "space", "metric", "seed")),
            Map.entry("onnx", Set.of("pipeline", "model", "data", "metric")),
            Map.entry("trial", Set.of("pipeline", "model", "data", "space", "metric", "seed")),
            Map.entry(
                    "worker",
                    Set.of("trial", "onnx", "pipeline", "model", "search", "data", "space", "metric", "seed")),
            Map.entry(
                    "job",
                    Set.of(
                            "worker",
                            "trial",
                            "onnx",
                            "ensemble",
                            "pipeline",
                            "model",
                            "search",
                            "data",
                            "space",
                            "metric",
                            "seed")),
            Map.entry(
                    "server",
                    Set.of(
                            "job",
                            "worker",
                            "trial",
                            "onnx",
                            "ensemble",
                            "pipeline",
                            "model",
                            "search",
                            "data",
                            "space",
                            "metric",
                            "seed")));

    /** Package of a library to the only package of ours that may use it. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "org.tribuo", "io.thresher.model.tribuo",
            "ml.dmlc", "io.thresher.model.xgboost",
            "ai.djl", "io.thresher.model.neural",
            "ai.onnx", "io.thresher.onnx",
            "org.duckdb", "io.thresher.data",
            "java.sql", "io.thresher.data",
            "io.quarkus", "io.thresher.server",
            "jakarta", "io.thresher.server",
            "org.hibernate", "io.thresher.server",
            "picocli", "io.thresher.server");

    private static final List<String> VAGUE_ENDINGS =
            List.of("Util", "Utils", "Helper", "Manager", "Impl", "Base", "Dto");

    @Test
    void each_package_imports_only_what_its_row_allows() {
        Set<String> broken = new TreeSet<>();
        uses((from, to) -> {
            String row = room(from);
            String other = room(to);
            if (!row.equals(other) && !ROWS.getOrDefault(row, Set.of()).contains(other)) {
                broken.add("%s may not use %s".formatted(from, to));
            }
        });

        assertThat(broken).isEmpty();
    }

    @Test
    void every_package_has_a_row() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ROOT))
                        .map(HouseTest::room)
                        .distinct())
                .allMatch(ROWS::containsKey);
    }

    @Test
    void each_library_lives_in_its_package() {
        Set<String> broken = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getName())
                    .forEach(to -> LIBRARIES.forEach((library, home) -> {
                        boolean used = to.startsWith(library + ".");
                        boolean atHome = (from.getPackageName() + ".").startsWith(home + ".")
                                || (library.equals("java.sql")
                                        && from.getPackageName().startsWith("io.thresher.server"));
                        if (used && !atHome) {
                            broken.add("%s may not use %s".formatted(from.getName(), to));
                        }
                    }));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void no_packages_form_a_cycle_sub_packages_included() {
        slices().matching("io.thresher.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void features_of_the_service_are_not_known_to_its_root() {
        Set<String> broken = new TreeSet<>();
        uses((from, to) -> {
            if (from.startsWith("io.thresher.server.")
                    && !from.substring("io.thresher.server.".length()).contains(".")
                    && to.substring(0, to.lastIndexOf('.')).startsWith("io.thresher.server.")) {
                broken.add("%s may not use %s".formatted(from, to));
            }
        });

        assertThat(broken).isEmpty();
    }

    @Test
    void names_say_what_a_class_is() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> VAGUE_ENDINGS.stream().anyMatch(name::endsWith)))
                .isEmpty();
    }

    @Test
    void every_package_says_what_lives_there() {
        Map<String, Boolean> described = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            described.merge(type.getPackageName(), type.getSimpleName().equals("package-info"), Boolean::logicalOr);
        }

        assertThat(described).doesNotContainValue(false);
    }

    private interface Use {
        void of(String from, String to);
    }

    private static void uses(Use use) {
        List<JavaClass> ours = new ArrayList<>();
        CLASSES.forEach(ours::add);
        for (JavaClass from : ours) {
            from.getDirectDependenciesFromSelf().stream()
                    .map(dependency ->
                            dependency.getTargetClass().getBaseComponentType().getName())
                    .filter(to -> to.startsWith(ROOT))
                    .forEach(to -> use.of(from.getName(), to));
        }
    }

    private static String room(String name) {
        String below = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }
}
