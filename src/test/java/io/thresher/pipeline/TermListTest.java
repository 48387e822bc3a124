package io.thresher.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.thresher.seed.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to counting every run of every text. */
class TermListTest {

    @ParameterizedTest
    @CsvSource({
        "WORDS, 1, 1, 10",
        "WORDS, 1, 2, 40",
        "WORDS, 1, 2, 100000",
        "CHARACTERS, 3, 5, 25",
        "CHARACTERS, 3, 5, 100000"
    })
    void terms_are_the_runs_in_most_texts(TextTokens tokens, int shortest, int longest, int most) {
        List<String> texts = texts(120);
        Map<List<String>, Integer> runs = runs(texts, tokens, shortest, longest);
        List<String> expected = runs.entrySet().stream()
                .filter(run -> run.getValue() >= 3 && run.getValue() < texts.size())
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(run -> String.join("\u0000", run.getKey())))
                .limit(most)
                .sorted(Comparator.comparingInt(run -> run.getKey().size()))
                .map(run -> String.join(tokens == TextTokens.WORDS ? " " : "", run.getKey()))
                .toList();

        TermList terms = TermList.of(texts, tokens, shortest, longest, most);

        assertThat(terms.names()).hasSizeGreaterThan(5).isEqualTo(expected);
    }

    @Test
    void a_term_is_counted_wherever_it_stands() {
        List<String> texts = new ArrayList<>(List.of("", "other"));
        for (int i = 0; i < 3; i++) {
            texts.add("No news is good news");
        }
        TermList terms = TermList.of(texts, TextTokens.WORDS, 1, 2, 100);
        TermCounts counts = new TermCounts(terms.size());

        terms.count("news of news: good news, no", counts);

        List<String> told = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            told.add(terms.names().get(counts.term(i)) + " " + counts.count(i));
        }
        assertThat(told).containsExactly("good 1", "news 3", "no 1", "good news 1");
    }

    private static List<String> texts(int count) {
        SplittableRandom random = new Seed(3).random();
        List<String> words = List.of("to", "be", "or", "not", "Tomato", "rose", "ros", "a😀b", "日本", "x", "42");
        List<String> texts = new ArrayList<>();
        for (int text = 0; text < count; text++) {
            StringBuilder written = new StringBuilder("all ");
            for (int i = random.nextInt(9); i > 0; i--) {
                int word = Math.min(random.nextInt(words.size()), random.nextInt(words.size()));
                written.append(words.get(word)).append(random.nextInt(5) == 0 ? ", " : " ");
            }
            texts.add(written.toString());
        }
        return texts;
    }

    private static Map<List<String>, Integer> runs(List<String> texts, TextTokens tokens, int shortest, int longest) {
        Map<List<String>, Integer> textsWith = new HashMap<>();
        for (String text : texts) {
            List<String> cut = tokens.of(TextTokens.lowered(text));
            Set<List<String>> runs = new HashSet<>();
            for (int from = 0; from < cut.size(); from++) {
                for (int to = from + shortest; to <= Math.min(cut.size(), from + longest); to++) {
                    runs.add(cut.subList(from, to));
                }
            }
            runs.removeIf(run -> !run.stream().allMatch(TextTokens::isLearnable));
            runs.forEach(run -> textsWith.merge(run, 1, Integer::sum));
        }
        return textsWith;
    }
}
