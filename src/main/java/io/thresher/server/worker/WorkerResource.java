package io.thresher.server.worker;

import io.thresher.server.DataFolder;
import io.thresher.server.ProblemException;
import io.thresher.trial.Measurement;
import io.thresher.trial.TrialSpec;
import io.thresher.worker.Lease;
import io.thresher.worker.protocol.LeaseRequest;
import io.thresher.worker.protocol.Measurements;
import io.thresher.worker.protocol.OutcomeMessage;
import io.thresher.worker.protocol.Verdict;
import io.thresher.worker.protocol.Wire;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What workers ask and tell. Not for people: it has no place in the published API. */
@Path(Wire.PATH)
public class WorkerResource {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> HANDED_IN = Set.of(Wire.MODEL, Wire.OUT_OF_FOLD, Wire.CHECKED);

    private final Workers workers;
    private final DataFolder folder;

    WorkerResource(Workers workers, DataFolder folder) {
        this.workers = workers;
        this.folder = folder;
    }

    @POST
    @Path("/leases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response lease(String request) throws InterruptedException {
        LeaseRequest asked = Wire.read(request, LeaseRequest.class);
        workers.tell(asked.worker(), asked.devices());
        Optional<Lease> lease = workers.desk().lease(asked.worker(), PATIENCE);
        return lease.map(found -> Response.ok(Wire.write(found)))
                .orElseGet(Response::noContent)
                .build();
    }

    @POST
    @Path("/leases/{lease}/renewal")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String renew(String lease) {
        return Wire.write(new Verdict(workers.desk().renew(lease)));
    }

    @POST
    @Path("/leases/{lease}/measurements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public String measure(String lease, String body) {
        List<Measurement> measurements = Wire.read(body, Measurements.class).measurements();
        return Wire.write(new Verdict(workers.desk().measure(lease, measurements)));
    }

    @PUT
    @Path("/leases/{lease}/files/{name}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(hidden = true)
    public void handIn(String lease, String name, InputStream content) throws IOException {
        TrialSpec trial =
                workers.desk().trial(lease).orElseThrow(() -> ProblemException.conflict("The lease has ended"));
        if (!HANDED_IN.contains(name)) {
            throw ProblemException.notFound("file", name);
        }
        folder.store(content, folder.trialFile(trial.job(), trial.number(), name));
    }

    @POST
    @Path("/leases/{lease}/outcome")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public void finish(String lease, String body) {
        workers.desk().finish(lease, Wire.read(body, OutcomeMessage.class).outcome());
    }

    @GET
    @Path("/datasets/{id}/{name}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(hidden = true)
    public File dataset(String id, String name) {
        boolean plain = id.matches("[0-9a-f]+") && name.matches("[a-z]+\\.[a-z]+");
        if (!plain || !Files.exists(folder.dataset(id).resolve(name))) {
            throw ProblemException.notFound("file of a dataset", id + "/" + name);
        }
        return folder.dataset(id).resolve(name).toFile();
    }
}
