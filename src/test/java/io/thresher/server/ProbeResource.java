package io.thresher.server;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;

/** Gives tests something to send wrong requests to. */
@Path("/probe")
public class ProbeResource {

    /** A body with a field of each kind. */
    public record Order(@NotBlank String name, @Valid Limits limits, List<@Valid Limits> more) {}

    /** A part of the body. */
    public record Limits(
            @Min(value = 1, message = "must be at least 1") int trials, Duration time) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String order(@Valid Order order) {
        return order.name();
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret of the house");
    }
}
