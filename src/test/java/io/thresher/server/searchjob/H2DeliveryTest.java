package io.thresher.server.searchjob;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class H2DeliveryTest extends DeliveryContract {}
