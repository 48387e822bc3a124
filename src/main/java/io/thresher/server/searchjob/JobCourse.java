package io.thresher.server.searchjob;

import io.thresher.job.Course;
import io.thresher.job.SearchJob;
import io.thresher.job.WarmStart;
import io.thresher.search.SearchStrategy;
import io.thresher.server.Json;
import io.thresher.server.searchspace.SearchSpaces;
import io.thresher.space.FamilySpace;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Trait;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Columns of a search job's row: where it searches, and how. Only the space may change. */
@Embeddable
class JobCourse {
    String spaceName;
    String spaceYaml;

    /** The families that were asked for, a list of names as JSON; all of the space if there is none. */
    @Nullable
    String families;

    /** Families of the space that are not tried, a list of names as JSON. */
    String familiesLeftOut;

    long seed;
    int parallelism;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    SearchStrategy strategy;

    /** Without a limit of time, trial n knows the outcomes up to n − lag. */
    int lag;

    boolean ensemble;

    /** What was taken over from earlier jobs, a {@link WarmStart} as JSON. */
    @Nullable
    String warmStart;

    /**
     * The course of a job that was just accepted.
     *
     * @param spaceYaml text of the job's search space
     */
    static JobCourse of(AcceptedJob accepted, String spaceYaml) {
        SearchJob job = accepted.job();
        JobCourse course = new JobCourse();
        course.families = accepted.families().map(Json::write).orElse(null);
        course.spaceName = job.space().name();
        course.spaceYaml = spaceYaml;
        List<String> kept =
                job.space().families().stream().map(FamilySpace::family).toList();
        course.familiesLeftOut = Json.write(SearchSpaceYaml.parse(course.spaceName, spaceYaml).families().stream()
                .map(FamilySpace::family)
                .filter(family -> !kept.contains(family))
                .toList());
        course.seed = job.seed();
        course.parallelism = job.parallelism();
        course.strategy = job.course().strategy();
        course.lag = job.course().lag();
        course.ensemble = job.ensemble();
        course.warmStart = Json.write(job.course().warmStart());
        return course;
    }

    /** The families that were asked for; nothing for all of the space. */
    Optional<List<String>> families() {
        return Optional.ofNullable(families).map(names -> List.of(Json.read(names, String[].class)));
    }

    /** Families of the space that cannot keep to the constraints, of those that were asked for. */
    List<String> unable() {
        return leftOut().stream()
                .filter(family ->
                        families().map(asked -> asked.contains(family)).orElse(true))
                .toList();
    }

    /** Families of the space that the job does not try. */
    List<String> leftOut() {
        return List.of(Json.read(familiesLeftOut, String[].class));
    }

    /** What is searched where the data have these traits. */
    SearchSpace space(Set<Trait> traits) {
        SearchSpace whole = SearchSpaceYaml.parse(spaceName, spaceYaml);
        List<String> leftOut = leftOut();
        List<String> kept = whole.families().stream()
                .map(FamilySpace::family)
                .filter(family -> !leftOut.contains(family))
                .toList();
        return whole.only(kept).orElse(whole).relevantTo(traits, SearchSpaces.VOCABULARY);
    }

    /** What was taken over from earlier jobs. */
    WarmStart warmStart() {
        return warmStart == null ? WarmStart.NONE : Json.read(warmStart, WarmStart.class);
    }

    Course toCourse(@Nullable String replayOf) {
        return new Course(strategy, lag, Optional.ofNullable(replayOf), warmStart());
    }
}
