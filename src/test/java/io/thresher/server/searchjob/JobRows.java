package io.thresher.server.searchjob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.thresher.job.JournalContract;
import io.thresher.job.SearchJob;
import io.thresher.space.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;

/** Puts jobs into the database, with a dataset to belong to. */
@ApplicationScoped
public class JobRows {
    private final SearchJobRepository jobs;
    private final StatelessSession session;
    private final Clock clock;

    JobRows(SearchJobRepository jobs, StatelessSession session, Clock clock) {
        this.jobs = jobs;
        this.session = session;
        this.clock = clock;
    }

    public void add(SearchJob job) {
        add(job, JournalContract.SPACE);
    }

    /** The same with the text of a space that has more families than the job tries. */
    public void add(SearchJob job, String spaceYaml) {
        add(job, spaceYaml, Trait.all());
    }

    /** The same of a job for which these families were asked for. */
    public void add(SearchJob job, Optional<List<String>> families) {
        add(job, JournalContract.SPACE, families, Trait.all());
    }

    /** The same of data that has only these traits. */
    public void add(SearchJob job, String spaceYaml, Set<Trait> traits) {
        add(job, spaceYaml, Optional.empty(), traits);
    }

    private void add(SearchJob job, String spaceYaml, Optional<List<String>> families, Set<Trait> traits) {
        add(new AcceptedJob(job, 0, Optional.empty(), Optional.empty(), families, traits, Optional.empty()), spaceYaml);
    }

    void add(AcceptedJob accepted, String spaceYaml) {
        QuarkusTransaction.requiringNew().run(() -> {
            session.createNativeMutationQuery(
                            "insert into dataset (id, name, row_count, columns, file_bytes, created_at)"
                                    + " select :id, 'a', 1, '[]', 1, current_timestamp"
                                    + " where not exists (select 1 from dataset where id = :id)")
                    .setParameter("id", accepted.job().data().dataset())
                    .executeUpdate();
            jobs.add(SearchJobEntity.queued(accepted, spaceYaml, clock.instant()));
        });
    }
}
