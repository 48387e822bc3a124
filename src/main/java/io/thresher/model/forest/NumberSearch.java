package io.thresher.model.forest;

/** Splits that tell numbers apart: the squared error falls by what Σ (sum of a side)² / (its draws) rises. */
final class NumberSearch extends SplitSearch {
    private final Outcomes outcomes;
    private final int[] weights;
    private final double[] weighted;
    private final int[] counts = new int[CodedColumns.MISSING + 1];
    private final double[] sums = new double[CodedColumns.MISSING + 1];
    private final CodeSet occurring = new CodeSet();
    private final int[] found = new int[CodedColumns.MISSING + 1];
    private int weight;
    private double sum;
    private boolean pure;

    NumberSearch(CodedColumns columns, RowSample sample, Outcomes outcomes, int minLeaf) {
        super(columns, sample, minLeaf);
        this.outcomes = outcomes;
        weights = new int[sample.size()];
        weighted = new double[sample.size()];
    }

    @Override
    void load() {
        weight = 0;
        sum = 0;
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int position = from(); position < to(); position++) {
            int row = sample().row(position);
            float number = outcomes.number(row);
            least = Math.min(least, number);
            greatest = Math.max(greatest, number);
            weights[position] = sample().weight(row);
            weighted[position] = (double) number * weights[position];
            weight += weights[position];
            sum += weighted[position];
        }
        pure = least == greatest;
    }

    @Override
    int weight() {
        return weight;
    }

    @Override
    boolean isPure() {
        return pure;
    }

    @Override
    double quality() {
        return side(sum, weight);
    }

    @Override
    void search(byte[] codes) {
        int end = to();
        for (int position = from(); position < end; position++) {
            int code = Byte.toUnsignedInt(codes[sample().row(position)]);
            counts[code] += weights[position];
            sums[code] += weighted[position];
            occurring.add(code);
        }
        int size = occurring.drain(found);
        int missing = counts[CodedColumns.MISSING];
        double missingSum = sums[CodedColumns.MISSING];
        if (missing > 0) {
            size--;
            noteMissing();
            clear(CodedColumns.MISSING);
            walk(size, missing, missingSum, true);
        }
        walk(size, 0, 0, false);
        if (missing > 0 && size > 0) {
            offerLeft(weight - missing, sum - missingSum, found[size - 1], CodedColumns.MISSING, false);
        }
        for (int i = 0; i < size; i++) {
            clear(found[i]);
        }
    }

    @Override
    boolean tryCut(byte[] codes, int last, int next) {
        int leftWeight = 0;
        double leftSum = 0;
        int missing = 0;
        double missingSum = 0;
        for (int position = from(); position < to(); position++) {
            int code = Byte.toUnsignedInt(codes[sample().row(position)]);
            if (code <= last) {
                leftWeight += weights[position];
                leftSum += weighted[position];
            } else if (code == CodedColumns.MISSING) {
                missing += weights[position];
                missingSum += weighted[position];
            }
        }
        boolean better = offerLeft(leftWeight, leftSum, last, next, false);
        if (next == CodedColumns.MISSING || !someMissing()) {
            return better;
        }
        return offerLeft(leftWeight + missing, leftSum + missingSum, last, next, true) || better;
    }

    @Override
    void writeLeaf(float[] leaf) {
        leaf[0] = (float) (sum / weight);
    }

    /** Offers every cut between two codes; the left side starts with some draws already. */
    private void walk(int size, int leftBefore, double sumBefore, boolean missingLeft) {
        int leftWeight = leftBefore;
        double leftSum = sumBefore;
        for (int i = 0; i + 1 < size; i++) {
            leftWeight += counts[found[i]];
            leftSum += sums[found[i]];
            offerLeft(leftWeight, leftSum, found[i], found[i + 1], missingLeft);
        }
    }

    private boolean offerLeft(int leftWeight, double leftSum, int last, int next, boolean missingLeft) {
        double value = side(leftSum, leftWeight) + side(sum - leftSum, weight - leftWeight);
        return offer(value, leftWeight, weight - leftWeight, last, next, missingLeft);
    }

    private void clear(int code) {
        counts[code] = 0;
        sums[code] = 0;
    }

    private static double side(double ofSide, int draws) {
        return draws == 0 ? 0 : ofSide * ofSide / draws;
    }
}
