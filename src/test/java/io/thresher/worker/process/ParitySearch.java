package io.thresher.worker.process;

import io.thresher.data.Task;
import io.thresher.model.ModelCatalog;
import io.thresher.model.ModelFamily;
import io.thresher.model.TrainingFailure;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Looks for a table and a configuration whose exported file predicts something else than the pipeline. */
public final class ParitySearch {
    private final List<ModelFamily> families;
    private final DrawnConfigurations configurations = DrawnConfigurations.shipped();
    private int tried;
    private int refused;

    public ParitySearch(ModelCatalog catalog) {
        this.families = catalog.families();
    }

    /** How many families there are; as many neighbouring seeds try each of them once. */
    public int families() {
        return families.size();
    }

    /** How many combinations have been tried. */
    public int tried() {
        return tried;
    }

    /** How many of them could not be trained. */
    public int refused() {
        return refused;
    }

    /** Tries the combination of that number and says what differs, if anything. */
    public Optional<String> run(long number) {
        SplittableRandom random = random(number);
        ModelFamily family = family(number);
        Task task = List.of(Task.values()).get(random.nextInt(Task.values().length));
        Configuration configuration = configurations.draw(family, random);
        return compare(number, family, configuration, OddRows.draw(random, task), random);
    }

    /** Tries the family and configuration of that number on some rows of a real table. */
    Optional<String> run(long number, RealRows table) {
        SplittableRandom random = random(number);
        ModelFamily family = family(number);
        return compare(number, family, configurations.draw(family, random), table.draw(random), random);
    }

    private static SplittableRandom random(long number) {
        return new Seed(number).fork("parity").random();
    }

    private ModelFamily family(long number) {
        return families.get((int) (number % families.size()));
    }

    private Optional<String> compare(
            long number, ModelFamily family, Configuration configuration, ParityRows rows, SplittableRandom random) {
        tried++;
        String combination =
                "number %d, %s, %s".formatted(number, rows.target().task().word(), configuration);
        try {
            return new ExportCheck(family, configuration)
                    .differences(rows, random)
                    .map(difference -> "%s: %s".formatted(combination, difference));
        } catch (TrainingFailure e) {
            refused++;
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("%s: %s".formatted(combination, e));
        }
    }
}
