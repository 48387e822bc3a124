package io.thresher.server.leaderboard;

import io.thresher.trial.TradeOff;
import io.thresher.trial.TrialState;
import jakarta.data.Limit;
import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Queries over trials and their measurements. States come in as parameters: for a literal the annotation processor
 * looks through every class there is.
 */
@Repository
interface TrialRepository {

    @Insert
    void add(TrialEntity trial);

    @Insert
    void add(MeasurementEntity measurement);

    @Update
    void update(TrialEntity trial);

    @Find
    Optional<TrialEntity> find(String job, int number);

    @Query("from TrialEntity where job = :job order by number")
    List<TrialEntity> all(String job);

    @Query("from TrialEntity where job = :job and number > :number order by number")
    List<TrialEntity> after(String job, int number, Limit limit);

    @Query("from TrialEntity where job = :job and state = :state and number > :number order by number")
    List<TrialEntity> after(String job, TrialState state, int number, Limit limit);

    @Query("from TrialEntity where job = :job and loss is not null order by limitsMissed, loss, number")
    List<TrialEntity> best(String job, Limit limit);

    @Query(
            "from TrialEntity where job = :job and loss is not null and (limitsMissed > :missed or limitsMissed = :missed"
                    + " and (loss > :loss or loss = :loss and number > :number)) order by limitsMissed, loss, number")
    List<TrialEntity> worseThan(String job, int missed, double loss, int number, Limit limit);

    @Query("select count(*) from TrialEntity where job = :job and loss is not null and (limitsMissed < :missed"
            + " or limitsMissed = :missed and (loss < :loss or loss = :loss and number < :number))")
    long countBetter(String job, int missed, double loss, int number);

    @Query("select number from TrialEntity where job = :job and loss is not null order by limitsMissed, loss, number")
    List<Integer> ranking(String job);

    @Query("from TrialEntity where job = :job and paretoOptimal = true order by loss, number")
    List<TrialEntity> front(String job);

    @Query("select number, loss, predictMicrosOneRow, modelBytes from TrialEntity"
            + " where job = :job and paretoOptimal = true")
    List<TradeOff> tradeOffs(String job);

    @Query("update TrialEntity set paretoOptimal = false where job = :job and number in :numbers")
    int leaveFront(String job, List<Integer> numbers);

    @Query("select job, state, count(*) from TrialEntity where job in :jobs group by job, state")
    List<StateCount> counts(List<String> jobs);

    @Query("from MeasurementEntity where job = :job and trial = :number order by id")
    List<MeasurementEntity> measurements(String job, int number);

    @Query("update TrialEntity set state = :running, worker = :worker, startedAt = :now"
            + " where job = :job and number = :number and state in :open")
    int start(String job, int number, String worker, Instant now, TrialState running, List<TrialState> open);

    @Query("update TrialEntity set state = :state where job = :job and number = :number and state in :open")
    int claimEnd(String job, int number, TrialState state, List<TrialState> open);

    @Query("update TrialEntity set state = :queued, worker = null, startedAt = null"
            + " where job = :job and state = :running")
    int requeue(String job, TrialState running, TrialState queued);

    @Query("update TrialEntity set state = :queued, worker = null, startedAt = null, endedAt = null, message = null,"
            + " cancelledWithJob = false where job = :job and state = :cancelled and cancelledWithJob = true")
    int requeueCancelledWithJob(String job, TrialState cancelled, TrialState queued);

    @Query("delete from MeasurementEntity where job = :job and trial = :number")
    int forgetMeasurements(String job, int number);
}
