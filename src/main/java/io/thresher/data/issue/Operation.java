package io.thresher.data.issue;

import java.util.function.DoubleBinaryOperator;

/** What can be made of two numbers. */
@SuppressWarnings("ImmutableEnumChecker")
enum Operation {
    SUM("the sum of %s and %s", Double::sum),
    DIFFERENCE("the difference of %s and %s", (a, b) -> a - b),
    PRODUCT("the product of %s and %s", (a, b) -> a * b),
    RATIO("the ratio of %s to %s", (a, b) -> b == 0 ? Double.NaN : a / b),
    INVERSE_RATIO("the ratio of %2$s to %1$s", (a, b) -> a == 0 ? Double.NaN : b / a);

    private final String words;
    private final DoubleBinaryOperator of;

    Operation(String words, DoubleBinaryOperator of) {
        this.words = words;
        this.of = of;
    }

    /** The operation on two columns, in words. */
    String on(String first, String second) {
        return words.formatted(Words.name(first), Words.name(second));
    }

    double[] of(double[] first, double[] second) {
        double[] made = new double[first.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = of.applyAsDouble(first[i], second[i]);
        }
        return made;
    }
}
