package io.thresher.server.searchspace;

import io.thresher.server.ProblemException;
import io.thresher.space.SearchSpaceSchema;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** The search spaces that come with Thresher. */
@Path("/api/v1/search-spaces")
@Produces(MediaType.APPLICATION_JSON)
public class SearchSpaceResource {
    private final SearchSpaces spaces;

    SearchSpaceResource(SearchSpaces spaces) {
        this.spaces = spaces;
    }

    /** All of them. */
    public record SearchSpaceList(List<SearchSpaceResponse> items) {}

    @GET
    public SearchSpaceList list() {
        return new SearchSpaceList(spaces.names().stream()
                .map(name -> SearchSpaceResponse.of(spaces, name))
                .toList());
    }

    /** The form of a search space as JSON Schema, for editors. */
    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    public Map<String, Object> schema() {
        return SearchSpaceSchema.of(SearchSpaces.VOCABULARY);
    }

    @GET
    @Path("/{name}")
    public SearchSpaceResponse get(String name) {
        if (!spaces.names().contains(name)) {
            throw ProblemException.notFound("search space", name);
        }
        return SearchSpaceResponse.of(spaces, name);
    }
}
