package io.thresher.server.searchjob;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.thresher.server.TemporaryHome;

// Global: every start of the service in tests gets a home of its own.
@QuarkusTest
@WithTestResource(value = TemporaryHome.class, scope = TestResourceScope.GLOBAL)
class H2JournalTest extends StoredJournalContract {}
