package io.thresher.data.issue;

/** What can be made of two numbers. */
@SuppressWarnings("ImmutableEnumChecker")
enum Operation {
    SUM("the sum of %s and %s"),
    DIFFERENCE("the difference of %s and %s"),
    PRODUCT("the product of %s and %s"),
    RATIO("the ratio of %s to %s"),
    INVERSE_RATIO("the ratio of %2$s to %1$s");

    private final String words;

    Operation(String words) {
        this.words = words;
    }

    /** The operation on two columns, in words. */
    String on(String first, String second) {
        return words.formatted(Words.name(first), Words.name(second));
    }

    /** The operation on two numbers; NaN where it would divide by zero. */
    private double of(double a, double b) {
        return switch (this) {
            case SUM -> a + b;
            case DIFFERENCE -> a - b;
            case PRODUCT -> a * b;
            case RATIO -> b == 0 ? Double.NaN : a / b;
            case INVERSE_RATIO -> a == 0 ? Double.NaN : b / a;
        };
    }

    double[] of(double[] first, double[] second) {
        double[] made = new double[first.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = of(first[i], second[i]);
        }
        return made;
    }
}
