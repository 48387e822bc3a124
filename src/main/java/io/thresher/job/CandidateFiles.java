package io.thresher.job;

import io.thresher.data.Target;
import io.thresher.ensemble.Candidate;
import io.thresher.ensemble.Load;
import io.thresher.ensemble.Member;
import io.thresher.ensemble.Stack;
import io.thresher.metric.Predictions;
import io.thresher.metric.PredictionsFile;
import io.thresher.trial.Footprint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Out-of-fold predictions of a job's trials, read when they are needed. Only rows count that the best trial predicts: a
 * row may be left out of no fold.
 */
final class CandidateFiles {
    private final TrialFiles files;
    private final String job;
    private final int[] rows;
    private final Target truth;

    /**
     * @param all the truth of every row
     * @param best number of the best trial
     */
    CandidateFiles(TrialFiles files, String job, Target all, int best) throws IOException {
        this.files = files;
        this.job = job;
        Predictions predictions = PredictionsFile.read(files.outOfFold(job, best));
        this.rows = IntStream.range(0, predictions.rows())
                .filter(row -> Float.isFinite(predictions.value(row, 0)))
                .toArray();
        this.truth = all.take(rows);
    }

    /** The truth of the rows that count. */
    Target truth() {
        return truth;
    }

    /** A trial's predictions; nothing if it does not predict every row that counts. */
    Optional<Predictions> predictions(int trial) throws IOException {
        Predictions predictions =
                PredictionsFile.read(files.outOfFold(job, trial)).take(rows);
        return predictions.areFinite() ? Optional.of(predictions) : Optional.empty();
    }

    Optional<Candidate> candidate(FinishedTrial trial) throws IOException {
        return predictions(trial.number())
                .map(found -> new Candidate(trial.number(), found, load(trial.footprint()), trial.modelKept()));
    }

    private static Load load(Footprint model) {
        return new Load((double) model.modelBytes(), model.microsOneRow(), model.microsPerRow());
    }

    /** The weighted average of the members' predictions. */
    Predictions average(List<Member> members) throws IOException {
        float[] sums = new float[0];
        int width = 1;
        for (Member member : members) {
            Predictions predictions = predictions(member.number()).orElseThrow();
            width = predictions.width();
            float[] values = predictions.values();
            sums = sums.length == 0 ? new float[values.length] : sums;
            for (int i = 0; i < values.length; i++) {
                sums[i] += (float) (member.weight() * values[i]);
            }
        }
        return new Predictions(rows.length, width, sums);
    }

    /** What a second layer makes of the members' predictions. */
    Predictions stacked(List<Member> members, Stack stack) throws IOException {
        List<Predictions> all = new ArrayList<>();
        for (Member member : members) {
            all.add(predictions(member.number()).orElseThrow());
        }
        return stack.apply(all, members.stream().map(Member::weight).toList());
    }
}
