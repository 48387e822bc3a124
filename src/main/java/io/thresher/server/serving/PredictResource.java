package io.thresher.server.serving;

import io.thresher.data.MissingColumns;
import io.thresher.data.Table;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.PredictionInput;
import io.thresher.onnx.PredictionCsv;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.ProblemType;
import io.thresher.server.model.ModelVersionId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Predictions with registered models. */
@Path("/api/v1/models/{name}/versions/{version}/predict")
@Tag(name = "Models")
public class PredictResource {
    private static final String CSV = "text/csv";

    private final Predictors predictors;

    PredictResource(Predictors predictors) {
        this.predictors = predictors;
    }

    @POST
    @Operation(
            summary = "Predicts rows",
            description = "As CSV in any dialect, or as JSON; columns in any order, others besides.")
    @Consumes(CSV)
    @Produces(CSV + ";charset=UTF-8")
    public String csv(String name, int version, File csv) {
        Predictors.Answer answer = answer(name, version, input -> input.read(csv.toPath()));
        return PredictionCsv.of(answer.classes(), answer.predictions());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Predicts rows",
            description = "As CSV in any dialect, or as JSON; columns in any order, others besides.")
    public PredictResponse json(
            String name,
            int version,
            @Valid @NotNull(message = "an object with rows is needed, each column to value") PredictRequest request) {
        return PredictResponse.of(answer(name, version, input -> input.ofRows(request.rows())));
    }

    private Predictors.Answer answer(String name, int version, Function<PredictionInput, Table> rows) {
        return predictors.predict(new ModelVersionId(name, version), input -> read(() -> rows.apply(input)));
    }

    private static Table read(Supplier<Table> rows) {
        try {
            return rows.get();
        } catch (MissingColumns e) {
            throw ProblemException.invalid(e.missing().stream()
                    .map(column ->
                            Fault.inColumn(column, "the model needs column '%s' and it is not there".formatted(column)))
                    .toList());
        } catch (UnreadableDataset e) {
            throw ProblemException.of(
                    ProblemType.UNREADABLE_DATASET,
                    e.faults().stream().map(Fault::of).toList());
        }
    }
}
