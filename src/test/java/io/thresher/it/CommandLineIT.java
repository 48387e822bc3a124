package io.thresher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.thresher.data.SampleTable;
import io.thresher.onnx.Scorer;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code search} of the packaged application, as it is typed. */
class CommandLineIT {
    private static final long LONGEST_SECONDS = 300;

    @TempDir
    Path folder;

    @Test
    void a_search_in_the_sample_writes_a_model_that_loads() throws IOException, InterruptedException {
        Path model = folder.resolve("model.onnx");

        Finished search = run(
                "search",
                "--sample",
                "--trials",
                "3",
                "--seed",
                "1",
                "--families",
                "baseline,linear",
                "--out",
                model.toString());

        assertThat(search.status()).as(search.all()).isZero();
        assertThat(search.output()).contains("rank", "roc_auc", "baseline", "linear", model + " is written");
        assertThat(search.output()).doesNotContain("xgboost");
        try (Scorer scorer = Scorer.load(model)) {
            assertThat(scorer.signature().classes()).containsExactly("no", "yes");
        }
        predicts_a_file_with_it(model);
        is_listed_extended_and_replayed(search, model);
    }

    private void is_listed_extended_and_replayed(Finished search, Path model) throws IOException, InterruptedException {
        String job = search.output().replaceAll("(?s).*search job (\\w+).*", "$1");
        assertThat(search.output()).contains("ended because all trials of its budget were run");
        assertThat(run("jobs").output()).contains(job, "SUCCEEDED", "sample", "all trials of its budget were run");

        Finished less = run("extend", job, "--trials", "2", "--out", model.toString());
        assertThat(less.status()).isEqualTo(2);
        assertThat(less.errors()).contains("at least what it was, 3").doesNotContain("Exception");

        Finished extended = run("extend", job, "--trials", "4", "--out", model.toString());
        assertThat(extended.status()).as(extended.all()).isZero();
        assertThat(extended.output()).contains("trial 3 ", "4 trials").doesNotContain("  trial 2 ");
        byte[] delivered = Files.readAllBytes(model);

        Finished replayed =
                run("replay", job, "--out", folder.resolve("replayed.onnx").toString());
        assertThat(replayed.status()).as(replayed.all()).isZero();
        assertThat(folder.resolve("replayed.onnx")).hasBinaryContent(delivered);

        Finished board = run("leaderboard", job);
        assertThat(board.output()).contains("roc_auc").containsPattern("(?m)^1 .* front");
        Finished picked = run("deliver", job, "--trial", "0", "--out", model.toString());
        assertThat(picked.status()).as(picked.all()).isZero();
        assertThat(picked.output()).contains("trial 0 baseline", "picked by hand, not by the search", "is written");
        assertThat(model).satisfies(file -> assertThat(Files.readAllBytes(file)).isNotEqualTo(delivered));
        Finished back = run("deliver", job, "--undo", "--out", model.toString());
        assertThat(back.output()).doesNotContain("picked by hand");
        assertThat(model).hasBinaryContent(delivered);

        Finished nobody = run("replay", "nobody");
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.errors()).contains("'nobody'").doesNotContain("Exception");
    }

    private void predicts_a_file_with_it(Path model) throws IOException, InterruptedException {
        Path rows = folder.resolve("rows.csv");
        SampleTable.write(rows, 100, new Seed(9));
        Path out = folder.resolve("predictions.csv");

        Finished predict = run("predict", model.toString(), rows.toString(), out.toString());

        assertThat(predict.status()).as(predict.all()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(101).startsWith("no,yes");
        assertThat(lines.subList(1, 101)).allSatisfy(line -> {
            String[] shares = line.split(",", -1);
            assertThat(Double.parseDouble(shares[0]) + Double.parseDouble(shares[1]))
                    .isCloseTo(1, within(1e-5));
        });

        Files.write(rows, List.of("age,plan", "1,a"));
        Finished refused = run(
                "predict",
                model.toString(),
                rows.toString(),
                folder.resolve("none.csv").toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.errors()).contains("the model needs column '").doesNotContain("Exception");
        assertThat(folder.resolve("none.csv")).doesNotExist();
        Finished nothing =
                run("predict", rows.toString(), folder.resolve("no.csv").toString(), out.toString());
        assertThat(nothing.errors()).contains("no.csv");
    }

    @Test
    void a_data_folder_that_a_service_uses_is_left_to_it() throws IOException, InterruptedException {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (PackagedThresher service = PackagedThresher.start(data)) {
            Finished refused = run("jobs");

            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.errors())
                    .contains("'" + data + "' is in use by another Thresher", "--data-dir")
                    .doesNotContain("Exception");
            assertThat(run("jobs", "--help").output()).contains("Lists the searches");
        }
        assertThat(run("jobs").status()).isZero();
    }

    @Test
    void an_interrupted_search_writes_the_best_so_far() throws IOException, InterruptedException {
        Path model = folder.resolve("model.onnx");
        Process search = start("search", "--sample", "--time", "5m", "--seed", "1", "--out", model.toString());
        try {
            await().atMost(Duration.ofSeconds(LONGEST_SECONDS)).until(() -> output().contains("best so far"));

            new ProcessBuilder("kill", "-INT", Long.toString(search.pid()))
                    .start()
                    .waitFor();

            assertThat(search.waitFor(60, TimeUnit.SECONDS)).as("ended soon").isTrue();
        } finally {
            search.destroyForcibly();
        }
        assertThat(output()).contains(model + " is written");
        try (Scorer scorer = Scorer.load(model)) {
            assertThat(scorer.signature().classes()).containsExactly("no", "yes");
        }
    }

    @Test
    void a_target_that_is_not_there_is_named_and_nothing_is_written() throws IOException, InterruptedException {
        Path table = folder.resolve("customers.csv");
        SampleTable.write(table, 100, new Seed(1));
        Path model = folder.resolve("model.onnx");

        Finished search =
                run("search", table.toString(), "--target", "leafs", "--trials", "0", "--out", model.toString());

        assertThat(search.status()).as(search.all()).isNotZero();
        assertThat(search.errors()).contains("'leafs'").contains("'leaves'");
        assertThat(search.errors()).contains("budget.trials: must be a whole number");
        assertThat(search.all()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(model).doesNotExist();
    }

    private Finished run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try {
            assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                    .as("ended within %d s", LONGEST_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Finished(process.exitValue(), output(), Files.readString(folder.resolve("errors.txt")));
    }

    private Process start(String... arguments) throws IOException {
        return new ProcessBuilder(PackagedThresher.command(
                        folder.resolve("data"), List.of("-Dthresher.workers.count=1"), List.of(arguments)))
                .redirectOutput(Redirect.to(folder.resolve("output.txt").toFile()))
                .redirectError(Redirect.to(folder.resolve("errors.txt").toFile()))
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output.txt"));
    }

    private record Finished(int status, String output, String errors) {
        String all() {
            return output + errors;
        }
    }
}
