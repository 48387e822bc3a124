package io.thresher.server.profile;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a dataset looks like, over REST. */
@Path("/api/v1/datasets/{id}/profile")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class ProfileResource {
    private final Profiles profiles;

    ProfileResource(Profiles profiles) {
        this.profiles = profiles;
    }

    @GET
    @Operation(
            summary = "How the values of each column are spread, what goes together, and how much each "
                    + "column tells of a target")
    public ProfileResponse profile(@PathParam("id") String id, @QueryParam("target") Optional<String> target) {
        return profiles.profile(id, target);
    }
}
