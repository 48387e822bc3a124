package io.thresher.data.issue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A word without what only its spelling has: upper case, accents, doubled or odd spaces. */
final class Spelling {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0_]+");

    private Spelling() {}

    static String plain(String word) {
        String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("");
        return SPACES.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The same without any spaces. */
    static String joined(String word) {
        return plain(word).replace(" ", "");
    }
}
