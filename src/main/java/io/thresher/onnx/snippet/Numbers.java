package io.thresher.onnx.snippet;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {
    private static final int MOST_DIGITS = 12;

    private Numbers() {}

    /** {@code 3} rather than {@code 3.0}; with an exponent where it would be long. Python, Java and JSON read it. */
    static String plain(float number) {
        BigDecimal exact = new BigDecimal(Float.toString(number)).stripTrailingZeros();
        String digits = exact.toPlainString();
        return digits.length() <= MOST_DIGITS ? digits : Float.toString(number);
    }
}
