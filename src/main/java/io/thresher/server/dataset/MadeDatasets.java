package io.thresher.server.dataset;

import io.thresher.data.stitch.RefusedSql;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes datasets of datasets. */
@ApplicationScoped
class MadeDatasets {
    private static final int MOST_SOURCES = 20;
    private static final int MOST_CHARACTERS = 20_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    private final Datasets datasets;

    MadeDatasets(Datasets datasets) {
        this.datasets = datasets;
    }

    /**
     * Makes what is asked for.
     *
     * @throws ProblemException naming what is wrong with the request
     */
    DatasetResponse make(DatasetRequest request) {
        Optional<String> name = Optional.ofNullable(request.name()).filter(text -> !text.isBlank());
        if (request.reread() != null) {
            return datasets.reread(request.reread(), name, RequestedReading.ofBody(request.reading()));
        }
        return stitch(request, name.orElse("stitched"));
    }

    private DatasetResponse stitch(DatasetRequest request, String name) {
        List<Fault> faults = new ArrayList<>();
        String sql = request.sql();
        Map<String, String> from = request.from() == null ? Map.of() : new LinkedHashMap<>(request.from());
        if (sql == null || sql.isBlank()) {
            faults.add(Fault.at("/sql", "one SELECT is needed, or 'reread', the id of a dataset to read again"));
        } else if (sql.length() > MOST_CHARACTERS) {
            faults.add(Fault.at("/sql", "may have up to %d characters".formatted(MOST_CHARACTERS)));
        }
        if (from.isEmpty() || from.size() > MOST_SOURCES) {
            faults.add(Fault.at(
                    "/from",
                    "from 1 to %d datasets are needed: the id of each by the name it has in the SQL, got %d"
                            .formatted(MOST_SOURCES, from.size())));
        }
        from.forEach((table, id) -> {
            if (!NAME.matcher(table).matches()) {
                faults.add(Fault.at("/from", "'%s' is no name of a table: letters, digits and _ are".formatted(table)));
            }
            if (id == null || datasets.find(id).isEmpty()) {
                faults.add(Fault.at("/from/" + table, "there is no dataset '%s'; upload it first".formatted(id)));
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        try {
            return datasets.stitch(String.valueOf(sql), from, name);
        } catch (RefusedSql e) {
            throw ProblemException.invalid(List.of(Fault.at("/sql", String.valueOf(e.getMessage()))));
        }
    }
}
