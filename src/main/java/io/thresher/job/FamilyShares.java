package io.thresher.job;

import io.thresher.ensemble.RoughEnsemble;
import io.thresher.search.EnsembleShares;
import io.thresher.search.Observation;
import io.thresher.seed.Seed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the families of a job are worth to the ensemble that its trials would make, by their out-of-fold predictions. The
 * best few compete; as long as they stay the same, nothing is chosen anew. What it says depends on nothing but the trials
 * it is asked about, so that a search can be repeated. For one thread.
 */
public final class FamilyShares implements EnsembleShares {
    /** So many of the best of all compete, and so many of each family. */
    private static final int OF_ALL = 10;

    private static final int OF_EACH_FAMILY = 3;
    /** With fewer there is no ensemble to speak of. */
    private static final int FEWEST = 3;

    private final SearchJob job;
    private final TrialFiles files;
    private final Consumer<IOException> trouble;
    private @Nullable Known known;
    private List<Integer> chosenFrom = List.of();
    private Map<Integer, Double> weights = Map.of();

    /**
     * @param trouble told where predictions cannot be read; then nothing is known of an ensemble, and the search goes on
     */
    public FamilyShares(SearchJob job, TrialFiles files, Consumer<IOException> trouble) {
        this.job = job;
        this.files = files;
        this.trouble = trouble;
    }

    @Override
    public Map<String, Double> byFamily(List<Observation> history) {
        List<Observation> best = competing(history);
        if (best.size() < FEWEST) {
            return Map.of();
        }
        List<Integer> numbers = best.stream().map(Observation::number).toList();
        if (!numbers.equals(chosenFrom)) {
            weights = weights(numbers);
            chosenFrom = numbers;
        }
        Map<String, Double> shares = new TreeMap<>();
        best.forEach(trial -> Optional.ofNullable(weights.get(trial.number()))
                .ifPresent(weight -> shares.merge(trial.configuration().family(), weight, Double::sum)));
        return shares;
    }

    /** Those of which an ensemble would be made, best first. */
    private static List<Observation> competing(List<Observation> history) {
        Map<String, Integer> ofFamily = new HashMap<>();
        List<Observation> competing = new ArrayList<>();
        history.stream()
                .filter(trial -> trial.loss().isPresent() && !trial.stoppedEarly() && trial.isWithinLimits())
                .sorted(KeptModels.BEST_FIRST)
                .forEach(trial -> {
                    int better = ofFamily.merge(trial.configuration().family(), 1, Integer::sum) - 1;
                    if (competing.size() < OF_ALL || better < OF_EACH_FAMILY) {
                        competing.add(trial);
                    }
                });
        return competing;
    }

    private Map<Integer, Double> weights(List<Integer> numbers) {
        try {
            if (known == null) {
                known = Known.of(job, files, numbers.get(0));
            }
            return known.weights(numbers);
        } catch (IOException e) {
            trouble.accept(e);
            return Map.of();
        }
    }

    /** What is read once somebody asks. */
    private record Known(CandidateFiles candidates, RoughEnsemble ensemble) {
        static Known of(SearchJob job, TrialFiles files, int anyTrial) throws IOException {
            CandidateFiles candidates =
                    new CandidateFiles(files, job.id(), files.rows(job).target(), anyTrial);
            return new Known(
                    candidates,
                    new RoughEnsemble(
                            job.objective().metric(), candidates.truth(), new Seed(job.seed()).fork("family shares")));
        }

        Map<Integer, Double> weights(List<Integer> numbers) throws IOException {
            ensemble.retain(new HashSet<>(numbers));
            for (int number : numbers) {
                if (!ensemble.knows(number)) {
                    candidates.predictions(number).ifPresent(found -> ensemble.add(number, found));
                }
            }
            return ensemble.weights(numbers);
        }
    }
}
