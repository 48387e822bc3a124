package io.thresher.server.serving;

import io.thresher.onnx.snippet.Snippets;
import io.thresher.server.Fault;
import io.thresher.server.ProblemException;
import io.thresher.server.model.ModelVersionId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Ready-to-run programs that predict with a registered model. */
@Path("/api/v1/models/{name}/versions/{version}/snippets")
@Tag(name = "Models")
public class SnippetResource {
    private final ModelSnippets snippets;

    SnippetResource(ModelSnippets snippets) {
        this.snippets = snippets;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ready-to-run programs for this model",
            description = "Written for the columns and classes of the model: python reads rows.csv and writes"
                    + " predictions.csv, java (a file Predict.java) predicts one row, both from the exported file"
                    + " alone; curl asks this service.")
    public Snippets all(String name, int version, @Context UriInfo here) {
        return snippets.of(new ModelVersionId(name, version), here.getBaseUri());
    }

    @GET
    @Path("/{language}")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(summary = "One of these programs as a file")
    public String one(
            String name,
            int version,
            @Parameter(description = "python, java or curl") String language,
            @Context UriInfo here) {
        Snippets all = all(name, version, here);
        return switch (language) {
            case "python" -> all.python();
            case "java" -> all.java();
            case "curl" -> all.curl();
            default ->
                throw ProblemException.invalid(List.of(Fault.ofParameter(
                        "language",
                        "there is no snippet '%s'; python, java and curl are accepted".formatted(language))));
        };
    }
}
