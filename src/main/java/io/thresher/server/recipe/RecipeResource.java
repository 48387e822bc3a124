package io.thresher.server.recipe;

import io.thresher.server.Page;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The recipes of a dataset over REST. */
@Path("/api/v1/datasets/{id}/recipes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class RecipeResource {
    private final Recipes recipes;

    RecipeResource(Recipes recipes) {
        this.recipes = recipes;
    }

    @POST
    @Operation(
            summary = "Keeps a recipe",
            description = "Every step that is not understood or does not fit the table is named at once.")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = RecipeResponse.class,
            responseCode = "201",
            responseDescription = "Kept; Location says where")
    public RestResponse<RecipeResponse> add(
            @PathParam("id") String id,
            @NotNull(message = "a recipe is needed: an object with steps") RecipeRequest request) {
        RecipeResponse recipe = recipes.add(id, request);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, recipe)
                .location(URI.create("/api/v1/datasets/%s/recipes/%d".formatted(id, recipe.number())))
                .build();
    }

    @GET
    @Operation(summary = "All recipes, newest first; the first is used by searches that name none")
    public Page<RecipeResponse> list(@PathParam("id") String id) {
        return new Page<>(recipes.all(id), Optional.empty());
    }

    @GET
    @Operation(summary = "One recipe of a dataset")
    @Path("/{number}")
    public RecipeResponse one(@PathParam("id") String id, @PathParam("number") int number) {
        return recipes.one(id, number);
    }
}
