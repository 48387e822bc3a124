package io.thresher.data.profile;

/** Values short enough to be shown and stored many times. */
final class Excerpt {
    private static final int LONGEST = 200;

    private Excerpt() {}

    /** The value, cut off after {@value #LONGEST} characters, and then with … at its end. */
    static String of(String value) {
        if (value.length() <= LONGEST) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return value.substring(0, end) + "…";
    }
}
