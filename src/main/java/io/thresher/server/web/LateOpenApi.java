package io.thresher.server.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.thresher.server.Problem;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds to the OpenAPI document what all operations have in common: how they fail, and how lists are paged. By being asked
 * for each request it keeps the document from being written, twice, while the service starts: few ever read it, and
 * everyone waits for the start.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class LateOpenApi implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> PAGING = Map.of(
            "pageSize", "Items at the most, from 1 to 1000",
            "pageToken", "The nextPageToken of the page before");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(LateOpenApi::complete);
    }

    private static void complete(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description(
                                        "What is wrong (RFC 9457); every fault at once, and what would be accepted")
                                .content(problems()));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(LateOpenApi::describe);
        }
    }

    private static void describe(Parameter parameter) {
        String words = PAGING.get(parameter.getName());
        if (words != null) {
            parameter.setDescription(words);
        }
    }

    private static Content problems() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM)));
    }

    private static Schema problem() {
        Schema fault = object().addProperty("pointer", text("JSON pointer into the body, such as /budget/time"))
                .addProperty("parameter", text("Name of a query or form parameter"))
                .addProperty("column", text("Name of a column of the uploaded table"))
                .addProperty("message", text("What is wrong and what would be accepted"));
        return object().addProperty("type", text("Identifies the kind, such as urn:thresher:problem:not-found"))
                .addProperty("title", text("The kind in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("As in HTTP"))
                .addProperty("detail", text("What went wrong this time"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Every fault found, if the request was at fault")
                                .items(fault));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
