package io.thresher.server.worker;

import io.thresher.server.Problem;
import io.thresher.server.ProblemException;
import io.thresher.server.ProblemType;
import io.thresher.worker.protocol.Wire;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody into the worker protocol who does not know the token. */
public class WorkerTokenFilter {
    private final WorkerToken token;

    WorkerTokenFilter(WorkerToken token) {
        this.token = token;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        boolean protocol = request.getUriInfo().getRequestUri().getPath().startsWith(Wire.PATH);
        if (protocol && !token.opens(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            throw new ProblemException(
                    Problem.of(ProblemType.UNAUTHORIZED, "Workers show the token they got", List.of()));
        }
    }
}
