package io.thresher.server.searchspace;

import io.thresher.server.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

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

    @GET
    @Path("/{name}")
    public SearchSpaceResponse get(String name) {
        if (!spaces.names().contains(name)) {
            throw ProblemException.notFound("search space", name);
        }
        return SearchSpaceResponse.of(spaces, name);
    }
}
