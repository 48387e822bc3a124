package io.thresher.server.worker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells which workers train on a GPU, and what keeps the others from it. Never a reason to send no requests. */
@Readiness
@ApplicationScoped
public class WorkersHealth implements HealthCheck {
    private final Workers workers;

    WorkersHealth(Workers workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("devices of workers").up();
        workers.devices().forEach((worker, sentences) -> answer.withData(worker, String.join("; ", sentences)));
        return answer.build();
    }
}
