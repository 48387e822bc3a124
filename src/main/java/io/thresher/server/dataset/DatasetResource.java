package io.thresher.server.dataset;

import io.thresher.server.Fault;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Datasets over REST. */
@Path("/api/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
public class DatasetResource {
    private final Datasets datasets;
    private final MadeDatasets made;

    DatasetResource(Datasets datasets, MadeDatasets made) {
        this.datasets = datasets;
        this.made = made;
    }

    /** Takes in the table in {@code file}; the same bytes again are the same dataset. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<DatasetResponse> upload(
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("name") @Nullable String name,
            @RestForm("reading") @Nullable String reading) {
        if (file == null) {
            throw ProblemException.invalid(
                    List.of(Fault.ofParameter("file", "The form needs a part 'file' with a file name: the table")));
        }
        DatasetResponse dataset = datasets.add(
                file.uploadedFile(),
                String.valueOf(file.fileName()),
                Optional.ofNullable(name),
                RequestedReading.ofForm(reading));
        return created(dataset);
    }

    /** Makes a dataset of others: reads the file of one again in another way, or stitches several by SQL. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "201", description = "Made; Location says where it is")
    public RestResponse<DatasetResponse> make(
            @NotNull(message = "an object with reread, or with sql and from, is needed") DatasetRequest request) {
        return created(made.make(request));
    }

    private static RestResponse<DatasetResponse> created(DatasetResponse dataset) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, dataset)
                .location(URI.create("/api/v1/datasets/" + dataset.id()))
                .build();
    }

    /** All datasets, newest first. */
    @GET
    public Page<DatasetResponse> list(
            @QueryParam("pageSize") Optional<String> pageSize, @QueryParam("pageToken") Optional<String> pageToken) {
        return datasets.page(PageRequest.of(pageSize, pageToken));
    }

    /** One dataset with its columns. */
    @GET
    @Path("/{id}")
    public DatasetResponse one(@PathParam("id") String id) {
        return datasets.one(id);
    }

    /** How the file of the dataset was read: what was found out, what was said, and what was set aside. */
    @GET
    @Path("/{id}/reading")
    public ReadingResponse reading(@PathParam("id") String id) {
        datasets.one(id);
        return datasets.reading(id).orElseThrow(() -> ProblemException.notFound("file of a dataset", id));
    }
}
