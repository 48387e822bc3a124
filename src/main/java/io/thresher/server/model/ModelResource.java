package io.thresher.server.model;

import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registered models. */
@Path("/api/v1/models")
@Tag(name = "Models")
public class ModelResource {
    private final Models models;

    ModelResource(Models models) {
        this.models = models;
    }

    /** All model versions, newest first. */
    public record ModelList(List<ModelResponse> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All versions of all models, newest first")
    public ModelList list() {
        return new ModelList(models.all());
    }

    @GET
    @Path("/{name}/versions/{version}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One version of a model")
    public ModelResponse get(String name, int version) {
        return models.get(name, version);
    }

    @GET
    @Operation(summary = "The model as a file that runs anywhere")
    @Path("/{name}/versions/{version}/export")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response export(String name, int version, @QueryParam("format") @DefaultValue("onnx") String format) {
        if (!format.equals("onnx")) {
            throw ProblemException.invalid(List.of(
                    Fault.ofParameter("format", "there is no format '%s'; onnx is accepted".formatted(format))));
        }
        models.get(name, version);
        ModelVersionId id = new ModelVersionId(name, version);
        return Response.ok(models.file(id).toFile())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(id.file()))
                .build();
    }
}
