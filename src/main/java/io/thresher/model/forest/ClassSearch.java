package io.thresher.model.forest;

import java.util.Arrays;

/**
 * Splits that tell classes apart. Deep nodes have few of the classes, so classes are numbered anew in each node and
 * histograms are as wide as the node has classes.
 */
final class ClassSearch extends SplitSearch {
    private final Outcomes outcomes;
    private final Purity purity;

    private final int[] labels;
    private final int[] weights;
    private final int[] classes;
    private final int[] localOf;
    private final int[] totals;
    private final int[] left;
    private final int[] missing;
    private final int[] counts;
    private final CodeSet occurring = new CodeSet();
    private final int[] found = new int[CodedColumns.MISSING + 1];
    private int width;
    private int weight;

    ClassSearch(CodedColumns columns, RowSample sample, Outcomes outcomes, Purity purity, int minLeaf) {
        super(columns, sample, minLeaf);
        this.outcomes = outcomes;
        this.purity = purity;
        labels = new int[sample.size()];
        weights = new int[sample.size()];
        classes = new int[outcomes.classes()];
        localOf = new int[outcomes.classes()];
        totals = new int[outcomes.classes()];
        left = new int[outcomes.classes()];
        missing = new int[outcomes.classes()];
        counts = new int[(CodedColumns.MISSING + 1) * outcomes.classes()];
    }

    @Override
    void load() {
        Arrays.fill(localOf, -1);
        width = 0;
        weight = 0;
        for (int position = from(); position < to(); position++) {
            int row = sample().row(position);
            int label = outcomes.label(row);
            if (localOf[label] < 0) {
                classes[width] = label;
                totals[width] = 0;
                localOf[label] = width++;
            }
            int draws = sample().weight(row);
            labels[position] = localOf[label];
            weights[position] = draws;
            totals[localOf[label]] += draws;
            weight += draws;
        }
    }

    @Override
    int weight() {
        return weight;
    }

    @Override
    boolean isPure() {
        return width == 1;
    }

    @Override
    double quality() {
        return side(totals, weight);
    }

    @Override
    void search(byte[] codes) {
        fill(codes);
        int size = occurring.drain(found);
        boolean someMissing = size > 0 && found[size - 1] == CodedColumns.MISSING;
        Arrays.fill(missing, 0, width, 0);
        if (someMissing) {
            size--;
            noteMissing();
            System.arraycopy(counts, CodedColumns.MISSING * width, missing, 0, width);
            Arrays.fill(counts, CodedColumns.MISSING * width, (CodedColumns.MISSING + 1) * width, 0);
            walk(size, true);
        }
        walk(size, false);
        if (someMissing && size > 0) {
            offerRest(found[size - 1]);
        }
        for (int i = 0; i < size; i++) {
            Arrays.fill(counts, found[i] * width, (found[i] + 1) * width, 0);
        }
    }

    @Override
    boolean tryCut(byte[] codes, int last, int next) {
        Arrays.fill(left, 0, width, 0);
        Arrays.fill(missing, 0, width, 0);
        for (int position = from(); position < to(); position++) {
            int code = Byte.toUnsignedInt(codes[sample().row(position)]);
            if (code <= last) {
                left[labels[position]] += weights[position];
            } else if (code == CodedColumns.MISSING) {
                missing[labels[position]] += weights[position];
            }
        }
        boolean better = offerLeft(last, next, false);
        if (next == CodedColumns.MISSING || !someMissing()) {
            return better;
        }
        for (int i = 0; i < width; i++) {
            left[i] += missing[i];
        }
        return offerLeft(last, next, true) || better;
    }

    @Override
    void writeLeaf(float[] leaf) {
        if (leaf.length == 1) {
            leaf[0] = 0;
            for (int i = 0; i < width; i++) {
                leaf[0] += classes[i] == 1 ? (float) totals[i] / weight : 0;
            }
            return;
        }
        Arrays.fill(leaf, 0);
        for (int i = 0; i < width; i++) {
            leaf[classes[i]] = (float) totals[i] / weight;
        }
    }

    private void fill(byte[] codes) {
        int end = to();
        for (int position = from(); position < end; position++) {
            int code = Byte.toUnsignedInt(codes[sample().row(position)]);
            counts[code * width + labels[position]] += weights[position];
            occurring.add(code);
        }
    }

    /** Offers every cut between two codes, with missing values on one side. */
    private void walk(int size, boolean missingLeft) {
        System.arraycopy(missing, 0, left, 0, width);
        if (!missingLeft) {
            Arrays.fill(left, 0, width, 0);
        }
        int leftWeight = 0;
        double leftParts = 0;
        double rightParts = 0;
        for (int i = 0; i < width; i++) {
            leftWeight += left[i];
            leftParts += purity.part(left[i]);
            rightParts += purity.part(totals[i] - left[i]);
        }
        for (int i = 0; i + 1 < size; i++) {
            int start = found[i] * width;
            for (int c = 0; c < width; c++) {
                int moved = counts[start + c];
                if (moved > 0) {
                    int before = left[c];
                    int after = before + moved;
                    int rest = totals[c] - after;
                    leftParts += purity.part(after) - purity.part(before);
                    rightParts += purity.part(rest) - purity.part(rest + moved);
                    left[c] = after;
                    leftWeight += moved;
                }
            }
            double value = purity.side(leftParts, leftWeight) + purity.side(rightParts, weight - leftWeight);
            offer(value, leftWeight, weight - leftWeight, found[i], found[i + 1], missingLeft);
        }
    }

    /** Offers the cut that divides known from missing values. */
    private void offerRest(int last) {
        for (int i = 0; i < width; i++) {
            left[i] = totals[i] - missing[i];
        }
        offerLeft(last, CodedColumns.MISSING, false);
    }

    private boolean offerLeft(int last, int next, boolean missingLeft) {
        int leftWeight = 0;
        double leftParts = 0;
        double rightParts = 0;
        for (int i = 0; i < width; i++) {
            leftWeight += left[i];
            leftParts += purity.part(left[i]);
            rightParts += purity.part(totals[i] - left[i]);
        }
        double value = purity.side(leftParts, leftWeight) + purity.side(rightParts, weight - leftWeight);
        return offer(value, leftWeight, weight - leftWeight, last, next, missingLeft);
    }

    private double side(int[] ofClasses, int sum) {
        double parts = 0;
        for (int i = 0; i < width; i++) {
            parts += purity.part(ofClasses[i]);
        }
        return purity.side(parts, sum);
    }
}
