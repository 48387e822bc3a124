package io.thresher.model.xgboost;

import io.thresher.model.TrainingFailure;
import io.thresher.space.Configuration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is added up to a model. */
enum BoosterKind {
    /** Trees, each fitted to what those before it left over. */
    GBTREE("gbtree"),
    /**
     * Trees, each fitted to what some of those before it left over, the others having been dropped (Rashmi and
     * Gilad-Bachrach: DART, AISTATS 2015).
     */
    DART("dart"),
    /** Trees grown side by side on samples of rows and columns, and averaged. */
    FOREST("forest"),
    /** One weight a feature, moved a little in every round. */
    LINEAR("gblinear");

    private final String word;

    BoosterKind(String word) {
        this.word = word;
    }

    /**
     * The kind that a configuration names.
     *
     * @throws TrainingFailure if it names none that there is
     */
    static BoosterKind of(Configuration configuration) {
        String word = configuration.choice("booster", GBTREE.word);
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new TrainingFailure(
                        TrainingFailure.Cause.INFEASIBLE,
                        "parameter 'booster': there is no '%s'; there are %s"
                                .formatted(
                                        word,
                                        Arrays.stream(values())
                                                .map(kind -> kind.word)
                                                .collect(Collectors.joining(", ")))));
    }

    boolean growsTrees() {
        return this != LINEAR;
    }

    /**
     * Whether a later round changes what earlier ones gave. The model of an earlier round cannot be cut out of a later one
     * then, only remembered.
     */
    boolean rewritesRounds() {
        return this == DART || this == LINEAR;
    }
}
