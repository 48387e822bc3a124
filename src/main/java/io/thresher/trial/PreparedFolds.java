package io.thresher.trial;

import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.EvenSample;
import io.thresher.data.split.Folds;
import io.thresher.model.Constraints;
import io.thresher.pipeline.Pipeline;
import io.thresher.pipeline.PreparationRecipe;
import io.thresher.pipeline.PreparedFold;
import io.thresher.seed.Seed;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folds of a job's rows, prepared as its trials want them. Trials that differ in their model only share what the
 * first of them prepared, so a fold's preparation depends on the job's seed and not on the trial's. What families keep with
 * a fold, native memory too, lives as long as the fold is kept here. For one thread.
 */
public final class PreparedFolds implements AutoCloseable {
    /** Bytes that families may keep with a fold, for each byte of its features. */
    private static final int ATTACHED = 3;

    private final Table features;
    private final Target target;
    private final Folds folds;
    private final Seed seed;
    private final long mostBytes;
    private final Map<Key, PreparedFold> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    /** Those that a trial on a part of the rows sees, by fold and most rows. */
    private final Map<List<Integer>, Drawn> drawn = new HashMap<>();

    private record Key(
            RepairRecipe repairs, PreparationRecipe recipe, Constraints constraints, int mostTrainingRows, int fold) {}

    private static final class Drawn {
        private final int[] training;
        private final int[] stopping;

        Drawn(int[] training, int[] stopping) {
            this.training = training;
            this.stopping = stopping;
        }
    }

    /**
     * @param features the feature columns of all rows
     * @param target what they should give, as many rows
     * @param seed of all chance in preparing
     * @param mostBytes of prepared features that are kept; a recipe whose folds do not all fit is not kept at all. What
     *     families keep with them takes at most three times as much again
     */
    public PreparedFolds(Table features, Target target, Folds folds, Seed seed, long mostBytes) {
        this.features = features;
        this.target = target;
        this.folds = folds;
        this.seed = seed;
        this.mostBytes = mostBytes;
    }

    /** What all rows should give. */
    Target target() {
        return target;
    }

    Folds folds() {
        return folds;
    }

    /** The rows left out of {@code fold}, not prepared. */
    Table leftOut(int fold) {
        return features.take(folds.validationRows(fold));
    }

    /**
     * The rows of {@code fold} as {@code pipeline} wants them. Where it trains on a part of the rows, no more than that
     * decide when to stop: looking at all of them would cost more than training.
     */
    PreparedFold prepared(int fold, Pipeline pipeline) {
        int most = pipeline.mostTrainingRows();
        Key key = new Key(pipeline.repairs(), pipeline.recipe(), pipeline.constraints(), most, fold);
        PreparedFold known = kept.get(key);
        if (known != null) {
            return known;
        }
        Drawn parts = drawn.computeIfAbsent(List.of(fold, most), unseen -> drawn(fold, most));
        PreparedFold fresh = pipeline.prepare(rows(parts.training), rows(parts.stopping), seed.fork("fold", fold));
        if (fresh.bytes() * folds.count() > mostBytes) {
            return fresh;
        }
        PreparedFold shared = fresh.keeping(ATTACHED * fresh.bytes());
        kept.put(key, shared);
        keptBytes += shared.bytes();
        forgetEldest();
        return shared;
    }

    /** Forgets all folds, and lets go of what families kept with them. */
    @Override
    public void close() {
        kept.values().forEach(PreparedFold::close);
        kept.clear();
        keptBytes = 0;
    }

    private void forgetEldest() {
        Iterator<PreparedFold> eldest = kept.values().iterator();
        while (keptBytes > mostBytes) {
            PreparedFold old = eldest.next();
            keptBytes -= old.bytes();
            eldest.remove();
            old.close();
        }
    }

    private Drawn drawn(int fold, int most) {
        Seed drawing = seed.fork("fold", fold).fork("sample");
        return new Drawn(
                EvenSample.of(folds.trainingRows(fold), most, target, drawing.fork("training")),
                EvenSample.of(folds.validationRows(fold), most, target, drawing.fork("stopping")));
    }

    private Pipeline.Rows rows(int[] rows) {
        return new Pipeline.Rows(features.take(rows), target.take(rows));
    }
}
