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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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

    @POST
    @Operation(summary = "Takes in the table in file; the same bytes again are the same dataset")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @APIResponseSchema(
            value = DatasetResponse.class,
            responseCode = "201",
            responseDescription = "Made; Location says where it is")
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

    @POST
    @Operation(
            summary = "Makes a dataset of others",
            description = "Reads the file of one again in another way, or stitches several by SQL.")
    @Consumes(MediaType.APPLICATION_JSON)
    @APIResponseSchema(
            value = DatasetResponse.class,
            responseCode = "201",
            responseDescription = "Made; Location says where it is")
    public RestResponse<DatasetResponse> make(
            @NotNull(message = "an object with reread, or with sql and from, is needed") DatasetRequest request) {
        return created(made.make(request));
    }

    private static RestResponse<DatasetResponse> created(DatasetResponse dataset) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, dataset)
                .location(URI.create("/api/v1/datasets/" + dataset.id()))
                .build();
    }

    @GET
    @Operation(summary = "All datasets, newest first")
    public Page<DatasetResponse> list(
            @QueryParam("pageSize") Optional<String> pageSize, @QueryParam("pageToken") Optional<String> pageToken) {
        return datasets.page(PageRequest.of(pageSize, pageToken));
    }

    @GET
    @Operation(summary = "One dataset with its columns")
    @Path("/{id}")
    public DatasetResponse one(@PathParam("id") String id) {
        return datasets.one(id);
    }

    @GET
    @Operation(
            summary = "How the file of the dataset was read",
            description = "What was found out, what was said, and what was set aside.")
    @Path("/{id}/reading")
    public ReadingResponse reading(@PathParam("id") String id) {
        datasets.one(id);
        return datasets.reading(id).orElseThrow(() -> ProblemException.notFound("file of a dataset", id));
    }
}
