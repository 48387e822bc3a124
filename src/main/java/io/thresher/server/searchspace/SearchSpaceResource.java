package io.thresher.server.searchspace;

import io.thresher.server.ProblemException;
import io.thresher.space.SearchSpaceSchema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The search spaces that come with Thresher. */
@Path("/api/v1/search-spaces")
@Tag(name = "Search spaces")
@Produces(MediaType.APPLICATION_JSON)
public class SearchSpaceResource {
    private final SearchSpaces spaces;

    SearchSpaceResource(SearchSpaces spaces) {
        this.spaces = spaces;
    }

    /** All of them. */
    public record SearchSpaceList(List<SearchSpaceResponse> items) {}

    @GET
    @Operation(summary = "The search spaces that come with Thresher")
    public SearchSpaceList list() {
        return new SearchSpaceList(spaces.names().stream()
                .map(name -> SearchSpaceResponse.of(spaces, name))
                .toList());
    }

    @GET
    @Operation(summary = "The form of a search space as JSON Schema, for editors")
    @Path("/schema")
    @Produces("application/schema+json")
    public Map<String, Object> schema() {
        return SearchSpaceSchema.of(SearchSpaces.VOCABULARY);
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "One of them, with its text in YAML")
    public SearchSpaceResponse get(String name) {
        if (!spaces.names().contains(name)) {
            throw ProblemException.notFound("search space", name);
        }
        return SearchSpaceResponse.of(spaces, name);
    }
}
