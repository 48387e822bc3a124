package io.thresher.server.searchjob;

import com.fasterxml.jackson.databind.JsonNode;
import io.thresher.data.ColumnSchema;
import io.thresher.data.DatasetSchema;
import io.thresher.data.SimilarNames;
import io.thresher.data.Task;
import io.thresher.data.repair.RepairRecipe;
import io.thresher.data.repair.RepairStep;
import io.thresher.model.Constraints;
import io.thresher.model.Direction;
import io.thresher.server.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the constraints of a request against the columns they speak of. */
final class RequestedConstraints {
    private static final String ROOT = "/constraints";
    private static final String MONOTONE = "monotone";
    private static final String INTERACTIONS = "interactions";

    private final DatasetSchema schema;
    private final String target;
    private final RepairRecipe repairs;
    private final List<Fault> faults;

    /**
     * @param faults where what is wrong is added
     */
    RequestedConstraints(DatasetSchema schema, String target, RepairRecipe repairs, List<Fault> faults) {
        this.schema = schema;
        this.target = target;
        this.repairs = repairs;
        this.faults = faults;
    }

    /** The constraints of a job for {@code task}; none if there are none, or if something is wrong with them. */
    Constraints read(@Nullable JsonNode request, Task task) {
        if (request == null || request.isNull() || request.isMissingNode()) {
            return Constraints.NONE;
        }
        if (!request.isObject()) {
            fault(
                    "",
                    "must be an object such as {\"monotone\": {\"age\": \"increasing\"}, \"interactions\": [[\"a\", \"b\"]]}");
            return Constraints.NONE;
        }
        int before = faults.size();
        request.fieldNames().forEachRemaining(name -> {
            if (!name.equals(MONOTONE) && !name.equals(INTERACTIONS)) {
                fault("/" + escaped(name), "is not known; known are monotone and interactions");
            }
        });
        Map<String, Direction> monotone = monotone(request.path(MONOTONE), task);
        List<List<String>> interactions = interactions(request.path(INTERACTIONS));
        return faults.size() > before ? Constraints.NONE : new Constraints(monotone, interactions);
    }

    private Map<String, Direction> monotone(JsonNode node, Task task) {
        Map<String, Direction> directions = new TreeMap<>();
        String place = "/" + MONOTONE;
        if (isAbsent(node)) {
            return directions;
        }
        if (!node.isObject()) {
            fault(place, "must be an object of columns and their directions, such as {\"age\": \"increasing\"}");
            return directions;
        }
        if (task == Task.MULTICLASS && !node.isEmpty()) {
            fault(
                    place,
                    "three classes and more have no order to move along; a direction needs two classes or a number");
        }
        node.properties().forEach(entry -> {
            String pointer = place + "/" + escaped(entry.getKey());
            Optional<ColumnSchema> column = column(pointer, entry.getKey());
            if (column.isPresent() && !hasOrder(column.get())) {
                fault(
                        pointer,
                        "a direction needs a column that is learned from as numbers; '%s' is of type %s"
                                .formatted(entry.getKey(), column.get().type().word()));
            }
            Optional<Direction> direction = Direction.ofWord(entry.getValue().asText(""));
            if (direction.isEmpty()) {
                fault(pointer, "must be increasing or decreasing, got %s".formatted(entry.getValue()));
            }
            direction.ifPresent(known -> directions.put(entry.getKey(), known));
        });
        return directions;
    }

    private List<List<String>> interactions(JsonNode node) {
        List<List<String>> lists = new ArrayList<>();
        String place = "/" + INTERACTIONS;
        if (isAbsent(node)) {
            return lists;
        }
        if (!node.isArray()) {
            fault(place, "must be a list of lists of columns that may act together, such as [[\"a\", \"b\"], [\"c\"]]");
            return lists;
        }
        for (int i = 0; i < node.size(); i++) {
            lists.add(columns(place + "/" + i, node.get(i)));
        }
        return lists;
    }

    private List<String> columns(String place, JsonNode node) {
        List<String> names = new ArrayList<>();
        if (!node.isArray() || node.isEmpty()) {
            fault(place, "must be a list of at least one column, got %s".formatted(node));
            return names;
        }
        for (int i = 0; i < node.size(); i++) {
            String pointer = place + "/" + i;
            if (!node.get(i).isTextual()) {
                fault(pointer, "must be the name of a column, got %s".formatted(node.get(i)));
            } else {
                column(pointer, node.get(i).textValue()).ifPresent(column -> names.add(column.name()));
            }
        }
        return names;
    }

    private Optional<ColumnSchema> column(String pointer, String name) {
        Optional<ColumnSchema> column = schema.column(name);
        if (column.isEmpty()) {
            List<String> similar = SimilarNames.of(name, schema.names());
            fault(
                    pointer,
                    "there is no column '%s'%s"
                            .formatted(
                                    name,
                                    similar.isEmpty()
                                            ? ""
                                            : "; did you mean '%s'?".formatted(String.join("', '", similar))));
        } else if (schema.isAmbiguous(name)) {
            fault(pointer, "more than one column is called '%s'; name it as the dataset does".formatted(name));
            return Optional.empty();
        } else if (name.equals(target)) {
            fault(pointer, "'%s' is the column to predict; a constraint speaks of the others".formatted(name));
            return Optional.empty();
        } else if (repairs.steps().contains(new RepairStep.DropColumn(name))) {
            fault(pointer, "the recipe leaves '%s' out".formatted(name));
            return Optional.empty();
        }
        return column;
    }

    private boolean hasOrder(ColumnSchema column) {
        return column.type().isNumeric() && !repairs.steps().contains(new RepairStep.ReadAsCategory(column.name()));
    }

    private void fault(String place, String message) {
        faults.add(Fault.at(ROOT + place, message));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /** A name as a part of a JSON pointer (RFC 6901). */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
