package io.thresher.server.searchjob;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.thresher.server.PostgresServer;

@QuarkusTest
@WithTestResource(PostgresServer.class)
class PostgresDeliveryTest extends DeliveryContract {}
