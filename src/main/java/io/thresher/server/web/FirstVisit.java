package io.thresher.server.web;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The service looks at its own front page once, so that the first visitor does not wait for code to load. */
@ApplicationScoped
public class FirstVisit {
    private static final Logger LOG = Logger.getLogger(FirstVisit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;

    FirstVisit(HttpServer server) {
        this.server = server;
    }

    /** Returns when the page was there, or after some seconds without it: nothing depends on it. */
    public void pay() throws InterruptedException {
        URI home = URI.create("http://127.0.0.1:%d/".formatted(server.getPort()));
        HttpRequest request = HttpRequest.newBuilder(home).timeout(PATIENCE).build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.debug("the first visit failed", e);
        }
    }
}
