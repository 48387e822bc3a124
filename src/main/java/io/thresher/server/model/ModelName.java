package io.thresher.server.model;

import java.text.Normalizer;
import java.util.Locale;

/** Names of models: lower-case letters, digits and dashes, so that they can stand in an address. */
public final class ModelName {
    private static final int LONGEST_PART = 45;

    private ModelName() {}

    /** The name of models that predict {@code target} from tables like {@code dataset}. */
    public static String of(String dataset, String target) {
        return part(dataset.replaceFirst("\\.\\w{1,5}$", ""), "dataset") + "-" + part(target, "target");
    }

    private static String part(String text, String otherwise) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST_PART, plain.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }
}
