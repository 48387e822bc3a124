package io.thresher.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The bundler only strips types; the Deno that comes with it checks them. */
class TypeScriptTest {
    private static final Path SOURCES = Path.of("src", "main", "resources", "web", "app");
    private static final Path MODULES = Path.of("node_modules").toAbsolutePath();
    /** It imports style sheets, which only the bundler knows what to do with. */
    private static final String ENTRY = "index.ts";

    @Test
    void the_pages_scripts_have_no_type_errors() throws IOException, InterruptedException {
        Optional<Path> deno = deno();
        Assumptions.assumeTrue(deno.isPresent(), "skipped: the bundler brought no Deno for this platform");
        Path project = project();
        List<String> command = new ArrayList<>(List.of(deno.orElseThrow().toString(), "check", "--no-remote"));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".ts")).toList()) {
                String name = String.valueOf(source.getFileName());
                Files.copy(source, project.resolve(name));
                if (!name.equals(ENTRY)) {
                    command.add(name);
                }
            }
        }

        Process check = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
    }

    private static Path project() throws IOException {
        Path project = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "typescript");
        Files.createSymbolicLink(project.resolve("node_modules"), MODULES);
        Files.writeString(project.resolve("package.json"), "{\"dependencies\": {\"lit\": \"*\", \"echarts\": \"*\"}}");
        Files.writeString(
                project.resolve("deno.json"),
                "{\"nodeModulesDir\": \"manual\", \"compilerOptions\": {\"strict\": true, \"noUnusedLocals\": true,"
                        + " \"lib\": [\"dom\", \"dom.iterable\", \"es2023\"]}}");
        return project;
    }

    private static Optional<Path> deno() throws IOException {
        Path folder = MODULES.resolve("@deno");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.endsWith("deno") && Files.isExecutable(file))
                    .findFirst();
        }
    }
}
