package io.thresher.model.forest;

import java.util.SplittableRandom;

/**
 * A threshold drawn uniformly between the least and the greatest value of a node (Geurts, Ernst, Wehenkel: Extremely
 * randomized trees, Machine Learning 63, 2006, table 1).
 *
 * @param threshold values at most this go left
 * @param lastLeft the greatest code whose values do
 */
record DrawnThreshold(float threshold, int lastLeft) {

    /** A threshold that has values of both codes, {@code least < greatest}, on different sides. */
    static DrawnThreshold of(ValueRanges ranges, int least, int greatest, SplittableRandom random) {
        double low = Math.max(ranges.lowest(least), -Float.MAX_VALUE);
        double high = Math.min(ranges.highest(greatest), Float.MAX_VALUE);
        float drawn = (float) (low + random.nextDouble() * (high - low));
        int range = ranges.range(drawn);
        // Inside a range of several values rows cannot be told apart: the nearer end of the range it is.
        boolean inside = drawn >= ranges.lowest(range) && drawn < ranges.highest(range);
        boolean upper =
                inside ? drawn - ranges.lowest(range) > ranges.highest(range) - drawn : drawn >= ranges.highest(range);
        int wanted = upper ? range : range - 1;
        int last = Math.min(Math.max(wanted, least), greatest - 1);
        boolean exact = !inside && last == wanted && drawn < ranges.lowest(last + 1);
        return new DrawnThreshold(exact ? drawn : ranges.between(last, last + 1), last);
    }
}
