package io.thresher.worker.protocol;

import io.thresher.trial.Measurement;
import io.thresher.trial.TrialOutcome;
import io.thresher.worker.Lease;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A worker's line to the service. */
public final class WorkerClient {
    /** Longer than the service keeps a worker waiting for a trial. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LEASE_ENDED = 409;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI service;
    private final String token;
    private final String worker;

    /**
     * @param service address of the service, such as {@code http://127.0.0.1:8080}
     * @param token that the service gave this worker
     * @param worker name of this worker
     */
    public WorkerClient(URI service, String token, String worker) {
        this.service = service;
        this.token = token;
        this.worker = worker;
    }

    /**
     * The next trial, or nothing if there is none for now.
     *
     * @param devices what this worker has to tell of where it trains
     */
    public Optional<Lease> lease(List<String> devices) throws IOException, InterruptedException {
        HttpResponse<String> response = send("POST", "/leases", json(new LeaseRequest(worker, devices)));
        return response.statusCode() == 204 ? Optional.empty() : Optional.of(Wire.read(response.body(), Lease.class));
    }

    /** Whether the lease still holds. */
    public boolean renew(String lease) throws IOException, InterruptedException {
        HttpResponse<String> response = send("POST", "/leases/" + lease + "/renewal", BodyPublishers.noBody());
        return Wire.read(response.body(), Verdict.class).goOn();
    }

    /** Hands in numbers. Whether to go on. */
    public boolean measure(String lease, List<Measurement> measurements) throws IOException, InterruptedException {
        HttpResponse<String> response =
                send("POST", "/leases/" + lease + "/measurements", json(new Measurements(measurements)));
        return Wire.read(response.body(), Verdict.class).goOn();
    }

    /** Hands in a file, before the outcome it belongs to. Whether it is still wanted. */
    public boolean handIn(String lease, String name, Path file) throws IOException, InterruptedException {
        HttpRequest request = request("/leases/" + lease + "/files/" + name)
                .PUT(BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return response.statusCode() != LEASE_ENDED && checked(response).statusCode() / 100 == 2;
    }

    public void finish(String lease, TrialOutcome outcome) throws IOException, InterruptedException {
        send("POST", "/leases/" + lease + "/outcome", json(OutcomeMessage.of(outcome)));
    }

    /** Fetches one file of a dataset. */
    public void fetch(String dataset, String name, Path to) throws IOException, InterruptedException {
        HttpRequest request = request("/datasets/" + dataset + "/" + name).GET().build();
        checked(http.send(request, BodyHandlers.ofFile(to)));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = request(path).method(method, body).build();
        return checked(http.send(request, BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(Wire.PATH + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.contains("/files/") ? "application/octet-stream" : "application/json");
    }

    private static BodyPublisher json(Object message) {
        return BodyPublishers.ofString(Wire.write(message));
    }

    private static <T> HttpResponse<T> checked(HttpResponse<T> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("%s answered %d".formatted(response.uri().getPath(), response.statusCode()));
        }
        return response;
    }
}
