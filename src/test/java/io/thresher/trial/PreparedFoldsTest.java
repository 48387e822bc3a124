package io.thresher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.data.NumberColumn;
import io.thresher.data.Table;
import io.thresher.data.Target;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.split.Folds;
import io.thresher.data.split.RowKeys;
import io.thresher.data.split.Splitter;
import io.thresher.data.split.Validation;
import io.thresher.model.Attachment;
import io.thresher.model.ModelFamily;
import io.thresher.model.tribuo.LinearFamily;
import io.thresher.model.xgboost.XGBoostFamily;
import io.thresher.pipeline.Pipeline;
import io.thresher.pipeline.PreparedFold;
import io.thresher.seed.Seed;
import io.thresher.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PreparedFoldsTest {
    private static final int ROWS = 100;
    /** Of one recipe: every row once in each of two folds. */
    private static final long BYTES = 2L * ROWS * Float.BYTES;

    private static final Pipeline XGBOOST = pipeline(new XGBoostFamily(), Map.of("maxDepth", 3L));
    private static final Pipeline DEEPER_XGBOOST = pipeline(new XGBoostFamily(), Map.of("maxDepth", 9L));
    private static final Pipeline LINEAR = pipeline(new LinearFamily(), Map.of("imputation", "mean"));

    @Test
    void trials_of_one_recipe_share_what_the_first_prepared() {
        PreparedFolds folds = folds(BYTES);

        PreparedFold first = folds.prepared(0, XGBOOST);

        assertThat(folds.prepared(0, DEEPER_XGBOOST)).isSameAs(first);
        assertThat(folds.prepared(1, DEEPER_XGBOOST)).isNotSameAs(first);
    }

    @Test
    void other_recipes_are_prepared_anew() {
        PreparedFolds folds = folds(10 * BYTES);

        float shared = folds.prepared(0, XGBOOST).rows().features().value(0, 0);

        assertThat(folds.prepared(0, LINEAR).rows().features().value(0, 0)).isNotEqualTo(shared);
    }

    @Test
    void the_recipe_used_longest_ago_is_forgotten_first() {
        PreparedFolds folds = folds(BYTES);
        PreparedFold first = folds.prepared(0, XGBOOST);
        folds.prepared(1, XGBOOST);

        PreparedFold newer = folds.prepared(0, LINEAR);
        folds.prepared(1, LINEAR);

        assertThat(folds.prepared(0, LINEAR)).isSameAs(newer);
        assertThat(folds.prepared(0, XGBOOST)).isNotSameAs(first);
    }

    /** Folds come round in turn: keeping some of them would throw each out just before it is wanted again. */
    @Test
    void folds_that_do_not_all_fit_are_not_kept() {
        PreparedFolds folds = folds(BYTES - 1);

        PreparedFold first = folds.prepared(0, XGBOOST);

        assertThat(folds.prepared(0, XGBOOST)).isNotSameAs(first);
    }

    @Test
    void what_families_keep_with_a_fold_is_let_go_with_it() {
        PreparedFolds folds = folds(BYTES);
        List<String> closed = new ArrayList<>();
        keep(folds.prepared(0, XGBOOST), "forgotten", closed);
        folds.prepared(1, XGBOOST);

        keep(folds.prepared(0, LINEAR), "last", closed);
        folds.prepared(1, LINEAR);
        assertThat(closed).containsExactly("forgotten");

        folds.close();
        assertThat(closed).containsExactly("forgotten", "last");
    }

    @Test
    void nothing_is_kept_with_a_fold_that_is_not_kept() {
        List<String> closed = new ArrayList<>();

        keep(folds(BYTES - 1).prepared(0, XGBOOST), "passing", closed);

        assertThat(closed).containsExactly("passing");
    }

    private static void keep(PreparedFold fold, String name, List<String> closed) {
        fold.rows().attachments().use(Copy.class, name, () -> new Copy(name, closed), copy -> copy.name());
    }

    private record Copy(String name, List<String> closed) implements Attachment {
        @Override
        public long bytes() {
            return 1;
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    private static PreparedFolds folds(long mostBytes) {
        SplittableRandom random = new SplittableRandom(1);
        float[] numbers = new float[ROWS];
        double[] labels = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            numbers[row] = random.nextInt(1000);
            labels[row] = row % 2;
        }
        Table table = new Table(ROWS, List.of(new NumberColumn("x", numbers)));
        Target target = Target.ofClasses(List.of("n", "y"), labels);
        Folds folds = new Splitter(new Validation.KFold(2), target, RowKeys.none(), new Seed(1)).folds();
        return new PreparedFolds(table, target, folds, new Seed(1), mostBytes);
    }

    private static Pipeline pipeline(ModelFamily family, Map<String, Object> values) {
        return new Pipeline(RepairRecipe.NONE, family, new Configuration(family.name(), values));
    }
}
