package io.thresher.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.thresher.job.IllegalJobTransition;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes a problem of whatever ends a request. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response ours(ProblemException failure) {
        return response(failure.problem());
    }

    @ServerExceptionMapper
    Response refused(IllegalJobTransition failure) {
        return response(
                ProblemException.conflict(String.valueOf(failure.getMessage())).problem());
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException failure) {
        return response(ProblemException.invalid(RequestFaults.of(failure)).problem());
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException failure) {
        return response(
                ProblemException.invalid(List.of(RequestFaults.of(failure))).problem());
    }

    /** As precise as the framework's own mapper, which would answer in plain text. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        Response told = failure.getResponse();
        if (told.getStatus() < 400 || told.hasEntity()) {
            return told;
        }
        if (failure.getCause() instanceof JsonProcessingException json) {
            return unreadable(json);
        }
        if (told.getStatus() >= 500) {
            return failed(failure);
        }
        ProblemType type = ProblemType.ofStatus(told.getStatus()).orElse(ProblemType.INVALID_REQUEST);
        Problem problem = new Problem(type.uri(), type.title(), told.getStatus(), type.title(), List.of());
        return Response.fromResponse(told)
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    Response failed(Throwable failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "Request failed, reference %s", reference);
        String detail = "This is not your fault. The log says more under reference " + reference;
        return response(Problem.of(ProblemType.INTERNAL, detail, List.of()));
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }
}
