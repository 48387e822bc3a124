package io.thresher.server.dataset;

import io.thresher.server.Fault;
import io.thresher.server.Page;
import io.thresher.server.PageRequest;
import io.thresher.server.ProblemException;
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

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    /** Takes in the table in {@code file}; the same bytes again are the same dataset. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<DatasetResponse> upload(
            @RestForm("file") @Nullable FileUpload file, @RestForm("name") @Nullable String name) {
        if (file == null) {
            throw ProblemException.invalid(
                    List.of(Fault.ofParameter("file", "The form needs a part 'file' with a file name: the table")));
        }
        DatasetResponse dataset =
                datasets.add(file.uploadedFile(), String.valueOf(file.fileName()), Optional.ofNullable(name));
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
}
