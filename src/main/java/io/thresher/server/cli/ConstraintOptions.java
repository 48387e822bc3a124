package io.thresher.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.thresher.model.Direction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every model of a search keeps to, as options of a command. */
final class ConstraintOptions {
    @Option(
            names = "--increasing",
            paramLabel = "COLUMN",
            description = "Numeric column that may only raise the prediction; may be given several times.")
    private List<String> increasing = new ArrayList<>();

    @Option(
            names = "--decreasing",
            paramLabel = "COLUMN",
            description = "Numeric column that may only lower the prediction; may be given several times.")
    private List<String> decreasing = new ArrayList<>();

    @Option(
            names = "--together",
            paramLabel = "COLUMNS",
            description = "Columns, with commas between them, that may act together; those of different groups only add"
                    + " up. May be given several times.")
    private List<String> together = new ArrayList<>();

    /** The constraints of a request; nothing if there are none. */
    @Nullable
    JsonNode request() {
        if (increasing.isEmpty() && decreasing.isEmpty() && together.isEmpty()) {
            return null;
        }
        ObjectNode constraints = JsonNodeFactory.instance.objectNode();
        ObjectNode monotone = constraints.putObject("monotone");
        increasing.forEach(column -> monotone.put(column, Direction.INCREASING.word()));
        decreasing.forEach(column -> monotone.put(column, Direction.DECREASING.word()));
        ArrayNode interactions = constraints.putArray("interactions");
        for (String group : together) {
            ArrayNode columns = interactions.addArray();
            for (String column : group.split(",", -1)) {
                columns.add(column.strip());
            }
        }
        return constraints;
    }
}
