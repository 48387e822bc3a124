package io.thresher.space;

import io.thresher.space.InvalidSearchSpace.Fault;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A configuration as users write it, in YAML or JSON, not yet held against a space:
 *
 * <pre>
 * family: xgboost
 * learningRate: 0.05
 * maxDepth: 7
 * </pre>
 *
 * The parameters may also stand in a mapping of their own, {@code configuration}.
 *
 * @param family name of the model family; empty if there is none
 * @param values parameter to value: {@code Long}, {@code Double} or {@code String}
 * @param lines where each name stands, from 1
 */
public record ConfigurationYaml(String family, Map<String, Object> values, Map<String, Integer> lines) {
    private static final String FAMILY = "family";
    private static final String CONFIGURATION = "configuration";
    private static final int MAX_CHARACTERS = 100_000;
    private static final int MAX_NESTING = 4;

    /** Reads it; nothing with what is wrong added to {@code faults}. */
    public static Optional<ConfigurationYaml> parse(String text, List<Fault> faults) {
        int before = faults.size();
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        compose(text, faults).ifPresent(root -> read(root, values, lines, faults));
        Object family = Optional.ofNullable(values.remove(FAMILY)).orElse("");
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new ConfigurationYaml(family.toString(), values, lines));
    }

    /** Where a name stands; the first line if it does not. */
    public int lineOf(String name) {
        return lines.getOrDefault(name, 1);
    }

    private static Optional<Node> compose(String text, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(0);
        try {
            Optional<Node> root = Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
            if (root.isEmpty()) {
                faults.add(new Fault(1, FAMILY, "is needed, such as 'family: xgboost'"));
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(line, "YAML", String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            faults.add(new Fault(1, "YAML", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    private static void read(Node node, Map<String, Object> values, Map<String, Integer> lines, List<Fault> faults) {
        if (!(node instanceof MappingNode mapping)) {
            faults.add(
                    new Fault(SearchSpaceYaml.lineOf(node), "YAML", "must be names and values, such as 'maxDepth: 6'"));
            return;
        }
        for (NodeTuple entry : mapping.getValue()) {
            int line = SearchSpaceYaml.lineOf(entry.getKeyNode());
            String name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (name.equals(CONFIGURATION) && entry.getValueNode() instanceof MappingNode own) {
                read(own, values, lines, faults);
            } else if (!(entry.getValueNode() instanceof ScalarNode value)) {
                faults.add(new Fault(line, name, "must be a number or a word"));
            } else if (lines.put(name, line) != null) {
                faults.add(new Fault(line, name, "is there twice"));
            } else {
                values.put(name, value(value));
            }
        }
    }

    private static Object value(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        if (text.matches("[+-]?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? (Object) number : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
