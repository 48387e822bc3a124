package io.thresher.server.searchspace;

import io.thresher.pipeline.Vocabularies;
import io.thresher.space.SearchSpace;
import io.thresher.space.SearchSpaceYaml;
import io.thresher.space.Trait;
import io.thresher.space.Vocabulary;
import io.thresher.worker.process.Families;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Search spaces by name or by their text. */
@ApplicationScoped
public class SearchSpaces {
    /** The space of a job that names none. */
    public static final String DEFAULT = "default";
    /** What a space is called that came with a job. */
    public static final String INLINE = "inline";

    /** What spaces may speak of. */
    public static final Vocabulary VOCABULARY = Vocabularies.of(Families.all());

    private static final String EDITOR_HINT = "# yaml-language-server:";

    private static final List<String> NAMES = List.of(DEFAULT, "quick", "trees", "neural", "small-models");

    /** Names of the spaces that come with Thresher. */
    public List<String> names() {
        return NAMES;
    }

    /** Whether {@code reference} is the text of a space and not the name of one. */
    public static boolean isText(String reference) {
        return reference.contains(":");
    }

    /** The text of a space: {@code reference} itself, or the file of that name if it is one of {@link #names()}. */
    public String text(String reference) {
        if (isText(reference)) {
            return reference;
        }
        if (!NAMES.contains(reference)) {
            throw new IllegalArgumentException("there is no search space '%s'; there are %s, or write one in YAML"
                    .formatted(reference, String.join(", ", NAMES)));
        }
        try (InputStream file = SearchSpaces.class.getResourceAsStream("/search-spaces/" + reference + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("search space '%s' is not packaged".formatted(reference));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The space, read and checked against the families there are.
     *
     * @throws io.thresher.space.InvalidSearchSpace naming every fault
     * @throws IllegalArgumentException if there is no space of that name
     */
    public SearchSpace read(String reference) {
        return SearchSpaceYaml.parse(isText(reference) ? INLINE : reference, text(reference), VOCABULARY);
    }

    /** A space without the parameters that mean nothing where only {@code there} is. */
    public SearchSpace relevant(SearchSpace space, Set<Trait> there) {
        return space.relevantTo(there, VOCABULARY);
    }

    /** What a space is for: its first comment that is no hint to editors. */
    public String description(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith(EDITOR_HINT))
                .findFirst()
                .orElse("")
                .replaceFirst("^#\\s*", "");
    }
}
