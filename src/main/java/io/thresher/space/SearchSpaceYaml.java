package io.thresher.space;

import io.thresher.space.FamilySpace.Dimension;
import io.thresher.space.InvalidSearchSpace.Fault;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The text form of a search space:
 *
 * <pre>
 * families:
 *   xgboost:
 *     learningRate: {type: real, low: 0.01, high: 0.3, log: true, default: 0.1}
 *     maxDepth:     {type: integer, low: 2, high: 12, default: 6}
 *     growPolicy:   {type: categorical, choices: [depthwise, lossguide], default: depthwise}
 *     maxLeaves:    {type: integer, low: 8, high: 512, log: true, default: 64, when: {growPolicy: lossguide}}
 * </pre>
 *
 * A family without parameters is written {@code baseline: {}}.
 */
public final class SearchSpaceYaml {
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_NESTING = 10;

    private final String name;
    private final Optional<Vocabulary> vocabulary;
    private final List<Fault> faults = new ArrayList<>();

    private SearchSpaceYaml(String name, Optional<Vocabulary> vocabulary) {
        this.name = name;
        this.vocabulary = vocabulary;
    }

    /**
     * Reads a search space whose families and parameters are known to be there, one that was accepted before.
     *
     * @param name how the space is called in messages and afterwards
     * @throws InvalidSearchSpace naming every fault of form with its line
     */
    public static SearchSpace parse(String name, String text) {
        return new SearchSpaceYaml(name, Optional.empty()).read(text);
    }

    /**
     * Reads a search space and checks that its families can take everything it offers them.
     *
     * @param name how the space is called in messages and afterwards
     * @throws InvalidSearchSpace naming every fault with its line
     */
    public static SearchSpace parse(String name, String text, Vocabulary vocabulary) {
        return new SearchSpaceYaml(name, Optional.of(vocabulary)).read(text);
    }

    private SearchSpace read(String text) {
        List<FamilySpace> families = new ArrayList<>();
        compose(text)
                .ifPresent(root -> entries(root, "", (key, value) -> {
                    if (key.getValue().equals("families")) {
                        entries(value, "families", (family, parameters) -> families.add(family(family, parameters)));
                    } else {
                        fault(key, key.getValue(), "is not known here; 'families' is");
                    }
                }));
        if (faults.isEmpty() && families.isEmpty()) {
            faults.add(new Fault(1, "families", "at least one family is needed, such as 'xgboost: {}'"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidSearchSpace(
                    name,
                    faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList());
        }
        return new SearchSpace(name, families);
    }

    private Optional<Node> compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(0);
        try {
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(line, "YAML", String.valueOf(e.getProblem())));
            return Optional.empty();
        } catch (YAMLException e) {
            faults.add(new Fault(1, "YAML", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private FamilySpace family(ScalarNode key, Node parameters) {
        List<Dimension> dimensions = new ArrayList<>();
        String family = key.getValue();
        String place = "families." + family;
        Optional<Map<String, Domain>> known =
                vocabulary.map(words -> words.families().getOrDefault(family, Map.of()));
        boolean unknownFamily =
                vocabulary.isPresent() && !vocabulary.get().families().containsKey(family);
        if (unknownFamily) {
            fault(
                    key,
                    place,
                    "there is no such family; there are "
                            + listed(vocabulary.get().families()));
        }
        entries(parameters, place, (parameter, fields) -> {
            Optional<Domain> domain = known.map(domains -> domains.get(parameter.getValue()));
            if (known.isPresent() && domain.isEmpty() && !unknownFamily) {
                fault(
                        parameter,
                        place + "." + parameter.getValue(),
                        "there is no such parameter; there are " + listed(known.get()));
            }
            new ParameterFields(this::fault, place, parameter, fields, domain)
                    .read(dimensions)
                    .ifPresent(dimensions::add);
        });
        return new FamilySpace(family, dimensions, lineOf(key));
    }

    private static String listed(Map<String, ?> names) {
        return String.join(", ", names.keySet());
    }

    private void entries(Node node, String place, BiConsumer<ScalarNode, Node> each) {
        if (!(node instanceof MappingNode mapping)) {
            fault(node, place.isEmpty() ? "YAML" : place, "must be a mapping of names, such as 'name: {…}'");
            return;
        }
        List<String> seen = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                fault(entry.getKeyNode(), place, "a name must be a word");
            } else if (seen.contains(key.getValue())) {
                fault(key, place, "'%s' is there twice".formatted(key.getValue()));
            } else {
                seen.add(key.getValue());
                each.accept(key, entry.getValueNode());
            }
        }
    }

    /** Where a node starts, from 1. */
    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void fault(Node node, String place, String message) {
        faults.add(new Fault(lineOf(node), place, message));
    }
}
