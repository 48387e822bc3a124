package io.thresher.model.tribuo;

import java.util.Arrays;

/** Names under which Tribuo knows numbered things. It orders by name, so the number has leading zeros. */
final class TribuoNames {
    private static final String FORMAT = "%08d";

    private TribuoNames() {}

    /** The names of the things numbered from 0. */
    static String[] of(int count) {
        String[] names = new String[count];
        Arrays.setAll(names, TribuoNames::name);
        return names;
    }

    static String name(int number) {
        return FORMAT.formatted(number);
    }

    /** The number of the thing of that name. */
    static int number(String name) {
        return Integer.parseInt(name);
    }
}
