package io.thresher.data.association;

import io.thresher.data.Column;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.seed.Seed;
import java.util.List;

/** Associations of columns with a target. */
public final class Associations {
    private final Target target;
    private final PredictiveScore score;
    private final Bins targetBins;

    private Associations(Target target, Seed seed) {
        this.target = target;
        this.score = PredictiveScore.of(target, seed);
        this.targetBins = Bins.ofTarget(target);
    }

    /**
     * The association of every column with the target, in the order of the columns.
     *
     * @param table rows × columns, without the target
     * @param target one value for each row of the table
     * @param seed the same seed gives the same folds
     * @throws IllegalArgumentException if table and target differ in length
     */
    public static List<Association> of(Table table, Target target, Seed seed) {
        if (table.rows() != target.rows()) {
            throw new IllegalArgumentException(
                    "table and target must be equally long, got %d and %d rows".formatted(table.rows(), target.rows()));
        }
        Associations associations = new Associations(target, seed);
        return table.columns().stream().map(associations::of).toList();
    }

    private Association of(Column column) {
        double information = target.rows() == 0 ? 0 : MutualInformation.nats(Bins.of(column), targetBins);
        return new Association(column.name(), information, score.of(Levels.of(column)));
    }
}
