package io.thresher.server.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;

/**
 * Leaves the OpenAPI document as it is, and by being asked for each request keeps it from being written, twice, while
 * the service starts: few ever read it, and everyone waits for the start.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class LateOpenApi implements OASFilter {}
