package io.thresher.model.forest;

import io.thresher.data.Task;
import io.thresher.model.tree.Tree;
import io.thresher.model.tree.TreeBuilder;
import io.thresher.seed.Seed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Grows trees, each on its own sample of the same rows. */
final class TreeGrower {
    private static final int NO_PARENT = -1;

    private final CodedColumns columns;
    private final Outcomes outcomes;
    private final ForestSettings settings;
    private final Purity purity;
    private final int rows;

    /** A part of the sample that is to become a node, the left or right child of {@code parent}. */
    private record Pending(int from, int to, int depth, int parent, boolean isRight) {}

    TreeGrower(CodedColumns columns, Outcomes outcomes, int rows, ForestSettings settings) {
        this.columns = columns;
        this.outcomes = outcomes;
        this.rows = rows;
        this.settings = settings;
        this.purity = settings.entropy() ? Purity.entropy(settings.draws()) : Purity.gini();
    }

    /** A tree on rows drawn as the settings say. */
    Tree grow(Seed seed) {
        SplittableRandom ofRows = seed.fork("rows").random();
        RowSample sample = settings.bootstrap()
                ? RowSample.bootstrap(rows, settings.draws(), ofRows)
                : RowSample.subset(rows, settings.draws(), ofRows);
        return grow(sample, seed.fork("splits").random());
    }

    private Tree grow(RowSample sample, SplittableRandom random) {
        SplitSearch search = outcomes.task() == Task.REGRESSION
                ? new NumberSearch(columns, sample, outcomes, settings.minLeaf())
                : new ClassSearch(columns, sample, outcomes, purity, settings.minLeaf());
        FeatureDraw features = new FeatureDraw(columns.count(), random);
        TreeBuilder builder = new TreeBuilder(0, outcomes.leafWidth());
        float[] leaf = new float[outcomes.leafWidth()];
        Deque<Pending> stack = new ArrayDeque<>();
        stack.push(new Pending(0, sample.size(), 0, NO_PARENT, false));
        while (!stack.isEmpty()) {
            Pending part = stack.pop();
            boolean divisible = search.enter(part.from(), part.to()) && part.depth() < settings.maxDepth();
            int node;
            if (divisible && findSplit(search, features, random)) {
                node = builder.split(search.feature(), search.threshold(), search.missingGoesLeft());
                int middle = sample.partition(
                        part.from(),
                        part.to(),
                        columns.codes(search.feature()),
                        search.lastLeft(),
                        search.missingGoesLeft());
                stack.push(new Pending(middle, part.to(), part.depth() + 1, node, true));
                stack.push(new Pending(part.from(), middle, part.depth() + 1, node, false));
            } else {
                search.writeLeaf(leaf);
                node = builder.leaf(leaf);
            }
            if (part.isRight()) {
                // Left children are grown first, so that one follows its parent at once.
                builder.connect(part.parent(), part.parent() + 1, node);
            }
        }
        return builder.build();
    }

    /**
     * Looks at as many features as the settings say, and then at more until one divides the node: in a wide table many
     * are constant within a small node, and trees would end early for no better reason.
     */
    private boolean findSplit(SplitSearch search, FeatureDraw features, SplittableRandom random) {
        features.restart();
        for (int looked = 0; looked < columns.count(); looked++) {
            if (looked >= settings.features() && search.found()) {
                return true;
            }
            if (settings.drawnThresholds()) {
                search.lookAtDrawn(features.next(), random);
            } else {
                search.lookAt(features.next());
            }
        }
        return search.found();
    }
}
