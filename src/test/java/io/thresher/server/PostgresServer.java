package io.thresher.server;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server for the tests that ask for one. */
public class PostgresServer implements QuarkusTestResourceLifecycleManager {
    private Optional<EmbeddedPostgres> server = Optional.empty();

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.start();
            server = Optional.of(started);
            return Map.of(
                    "thresher.db.url", started.getJdbcUrl("postgres", "postgres"), "thresher.db.username", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
