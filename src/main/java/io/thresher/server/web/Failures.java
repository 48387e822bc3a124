package io.thresher.server.web;

import io.thresher.server.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a browser a page where a program gets a problem. */
class Failures {
    private static final String HTML = "text/html;charset=UTF-8";

    @ServerResponseFilter
    void asPage(ContainerRequestContext request, ContainerResponseContext response) {
        boolean wantsPage = isForReaders("/" + request.getUriInfo().getPath().replaceFirst("^/", ""))
                && request.getAcceptableMediaTypes().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        if (wantsPage && response.getEntity() instanceof Problem problem) {
            response.setEntity(Pages.failure(FailureView.of(problem)).render());
            response.getHeaders().putSingle("Content-Type", HTML);
        }
    }

    void noSuchPage(@Observes Router router) {
        router.errorHandler(404, Failures::notFound);
    }

    private static void notFound(RoutingContext context) {
        context.response().setStatusCode(404);
        String accept = Objects.requireNonNullElse(context.request().getHeader(HttpHeaders.ACCEPT), "");
        if (!isForReaders(context.normalizedPath()) || !accept.contains(MediaType.TEXT_HTML)) {
            context.response().end();
            return;
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML);
        Pages.failure(FailureView.NOT_FOUND)
                .renderAsync()
                .thenAccept(page -> context.response().end(page));
    }

    private static boolean isForReaders(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/q/");
    }
}
