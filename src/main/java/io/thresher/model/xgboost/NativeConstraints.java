package io.thresher.model.xgboost;

import io.thresher.model.Constraints;
import io.thresher.model.Direction;
import io.thresher.model.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Constraints on columns as XGBoost takes them: on features, by their number. A direction holds for the numbers of a
 * column, not for a flag that one is missing; features of one column may always act together.
 */
final class NativeConstraints {
    private NativeConstraints() {}

    /** XGBoost's parameters; none where anything goes. */
    static Map<String, Object> of(Constraints constraints, List<Feature> features) {
        Map<String, Object> parameters = new TreeMap<>();
        if (!constraints.monotone().isEmpty()) {
            parameters.put("monotone_constraints", directions(constraints, features));
        }
        if (!constraints.interactions().isEmpty()) {
            parameters.put(
                    "interaction_constraints", groups(constraints, features).toString());
        }
        return parameters;
    }

    /** 1, −1 or 0 a feature, between brackets. */
    private static String directions(Constraints constraints, List<Feature> features) {
        return features.stream()
                .map(feature -> direction(constraints, feature))
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String direction(Constraints constraints, Feature feature) {
        Direction direction = constraints.monotone().get(feature.column());
        if (direction == null || feature.kind() != Feature.Kind.NUMBER) {
            return "0";
        }
        return direction == Direction.INCREASING ? "1" : "-1";
    }

    private static List<List<Integer>> groups(Constraints constraints, List<Feature> features) {
        List<List<Integer>> groups = new ArrayList<>();
        for (List<String> columns : constraints.interactions()) {
            groups.add(numbers(features, columns, true));
        }
        List<String> named =
                constraints.interactions().stream().flatMap(List::stream).toList();
        groups.add(numbers(features, named, false));
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static List<Integer> numbers(List<Feature> features, List<String> columns, boolean inside) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if (columns.contains(features.get(i).column()) == inside) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}
