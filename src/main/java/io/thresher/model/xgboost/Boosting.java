package io.thresher.model.xgboost;

import io.thresher.model.TrainingFailure;
import io.thresher.model.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains a booster round by round and gives the rounds with the lowest validation loss. */
final class Boosting {
    /** Of boosters whose earlier rounds change: looking at them costs as much as all rounds, so not every round is. */
    private static final int EVERY_ROUND_UP_TO = 10;

    private static final int LOOKS_A_DOUBLING = 20;

    private final BoostingParameters parameters;
    private final ValidationLoss validationLoss;
    private final TrainingProgress progress;

    Boosting(BoostingParameters parameters, ValidationLoss validationLoss, TrainingProgress progress) {
        this.parameters = parameters;
        this.validationLoss = validationLoss;
        this.progress = progress;
    }

    /**
     * A trained booster, to be disposed of by whoever asked for it.
     *
     * @param rounds that count, from the first one
     */
    record Boosted(Booster booster, int rounds) {}

    /**
     * @param ofBooster all that XGBoost is told
     * @throws TrainingFailure if the loss leaves the finite numbers
     */
    Boosted train(FoldMatrices matrices, Map<String, Object> ofBooster) throws XGBoostError {
        Map<String, DMatrix> watched = Map.of("validation", matrices.validation());
        // No rounds: only a booster that knows both matrices and so keeps its margins for them between rounds.
        Booster booster = XGBoost.train(matrices.training(), ofBooster, 0, watched, null, null, null, 0, null);
        Remembered remembered = new Remembered();
        try {
            int last = boost(booster, matrices.training(), remembered);
            if (!parameters.booster().rewritesRounds() || remembered.round == last) {
                return new Boosted(booster, remembered.round);
            }
        } catch (XGBoostError | RuntimeException e) {
            booster.dispose();
            throw e;
        }
        booster.dispose();
        return new Boosted(loaded(remembered.bytes), remembered.round);
    }

    private static Booster loaded(byte[] bytes) throws XGBoostError {
        try {
            return XGBoost.loadModel(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("XGBoost cannot read what it wrote", e);
        }
    }

    /** Gives the number of rounds trained. */
    private int boost(Booster booster, DMatrix training, Remembered remembered) throws XGBoostError {
        EarlyStopping stopping = new EarlyStopping(parameters.patience());
        HurriedRate rate = new HurriedRate(parameters.rate());
        long begin = System.nanoTime();
        for (int round = 1; round <= parameters.rounds(); round++) {
            booster.update(training, round - 1);
            if (parameters.booster() == BoosterKind.GBTREE) {
                OptionalDouble changed = rate.after(round, (System.nanoTime() - begin) / 1e9, progress.secondsLeft());
                if (changed.isPresent()) {
                    booster.setParam(BoostingParameters.RATE, changed.getAsDouble());
                }
            }
            if (!isLookedAt(round)) {
                continue;
            }
            double loss = validationLoss.of(booster, round);
            if (!Double.isFinite(loss)) {
                throw new TrainingFailure(
                        TrainingFailure.Cause.DIVERGED, "the loss is %s after round %d".formatted(loss, round));
            }
            boolean goesOn = stopping.goesOn(round, loss);
            if (stopping.bestRound() == round) {
                remembered.take(booster, round);
            }
            if (!progress.report(round, loss) || !goesOn) {
                return round;
            }
        }
        return parameters.rounds();
    }

    private boolean isLookedAt(int round) {
        return parameters.booster() != BoosterKind.DART
                || round <= EVERY_ROUND_UP_TO
                || round == parameters.rounds()
                || round % Math.max(1, Integer.highestOneBit(round) / LOOKS_A_DOUBLING) == 0;
    }

    /** The best rounds so far: their number, and the booster itself where later rounds change it. */
    private final class Remembered {
        private int round;
        private byte[] bytes = {};

        void take(Booster booster, int best) throws XGBoostError {
            round = best;
            if (parameters.booster().rewritesRounds() && best < parameters.rounds()) {
                bytes = booster.toByteArray("ubj");
            }
        }
    }
}
