package io.thresher.job;

import io.thresher.data.MetaFeatures;
import io.thresher.space.Configuration;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a new job takes over from earlier ones: configurations that were best on similar tables, to be tried early (Feurer
 * et al., Initializing Bayesian Hyperparameter Optimization via Meta-Learning, 2015). It is fixed when the job is
 * accepted, so that jobs that end later change nothing of it.
 *
 * @param taken in the order in which they are tried
 */
public record WarmStart(List<Taken> taken) {
    /** Nothing taken over. */
    public static final WarmStart NONE = new WarmStart(List.of());
    /** Distance beyond which a table is another kind of table. */
    static final double SIMILAR = 1;
    /** Tables looked at, the nearest. */
    static final int TABLES = 3;
    /** Families of which a job's best is taken over, its best ones. */
    static final int FAMILIES = 2;
    /** Each costs a trial early in the search, and may not suit. */
    static final int MOST = 3;

    /**
     * A configuration taken over.
     *
     * @param job id of the job whose best of its family it was
     */
    public record Taken(String job, Configuration configuration) {}

    public WarmStart {
        taken = List.copyOf(taken);
    }

    /**
     * What to take over: the best of the nearest tables, the nearest first, then the best of their second best families.
     *
     * @param earlier jobs of the same task on other datasets; of several on one table the first counts
     * @param bestOf configurations of a job by its id, the best first
     * @param space what may be tried; a configuration is brought as near as it allows
     */
    public static WarmStart of(
            MetaFeatures table,
            List<EarlierJob> earlier,
            Function<String, List<Configuration>> bestOf,
            SearchSpace space) {
        List<Taken> taken = new ArrayList<>();
        List<List<Taken>> found = nearest(table, earlier).stream()
                .map(job -> bestOfEachFamily(job, bestOf.apply(job), space))
                .toList();
        for (int place = 0; place < FAMILIES; place++) {
            for (List<Taken> ofJob : found) {
                if (place < ofJob.size() && taken.size() < MOST) {
                    add(taken, ofJob.get(place));
                }
            }
        }
        return new WarmStart(taken);
    }

    /** The configurations, in the order in which they are tried. */
    public List<Configuration> configurations() {
        return taken.stream().map(Taken::configuration).toList();
    }

    private static List<String> nearest(MetaFeatures table, List<EarlierJob> earlier) {
        List<EarlierJob> tables = new ArrayList<>();
        for (EarlierJob job : earlier) {
            if (job.table().distance(table) <= SIMILAR && tables.stream().noneMatch(job::isAboutTheSameAs)) {
                tables.add(job);
            }
        }
        return tables.stream()
                .sorted(Comparator.comparingDouble(
                                (EarlierJob job) -> job.table().distance(table))
                        .thenComparing(EarlierJob::id))
                .limit(TABLES)
                .map(EarlierJob::id)
                .toList();
    }

    /** Families without parameters are tried in any case. */
    private static List<Taken> bestOfEachFamily(String job, List<Configuration> best, SearchSpace space) {
        Map<String, Taken> taken = new LinkedHashMap<>();
        for (Configuration found : best) {
            space.family(found.family())
                    .filter(family -> !family.dimensions().isEmpty())
                    .map((FamilySpace family) -> family.nearest(found.values()))
                    .ifPresent(configuration -> taken.putIfAbsent(found.family(), new Taken(job, configuration)));
        }
        return List.copyOf(taken.values());
    }

    private static void add(List<Taken> taken, Taken one) {
        if (taken.stream().noneMatch(other -> other.configuration().equals(one.configuration()))) {
            taken.add(one);
        }
    }
}
