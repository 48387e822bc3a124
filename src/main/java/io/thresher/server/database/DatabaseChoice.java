package io.thresher.server.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns the one setting {@code thresher.db.url} into the many that switch one of the two databases on and the other
 * off. Without it, H2 keeps a file in {@code thresher.data-dir}.
 */
public final class DatabaseChoice implements ConfigSourceFactory {
    /** Above application.properties (250), below system properties and environment. */
    private static final int ORDINAL = 275;

    private static final String POSTGRESQL = "postgresql";
    private static final String H2 = "h2";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String url = setting(context, "thresher.db.url").orElseGet(() -> fileIn(dataDir(context)));
        String chosen = vendor(url);
        Map<String, String> settings = new HashMap<>();
        for (String vendor : List.of(H2, POSTGRESQL)) {
            String active = String.valueOf(vendor.equals(chosen));
            settings.put("quarkus.datasource.\"%s\".active".formatted(vendor), active);
            settings.put("quarkus.hibernate-orm.\"%s\".active".formatted(vendor), active);
            settings.put("quarkus.flyway.\"%s\".active".formatted(vendor), active);
        }
        String datasource = "quarkus.datasource.\"%s\".".formatted(chosen);
        settings.put(datasource + "jdbc.url", url);
        setting(context, "thresher.db.username").ifPresent(name -> settings.put(datasource + "username", name));
        setting(context, "thresher.db.password").ifPresent(word -> settings.put(datasource + "password", word));
        return List.of(new PropertiesConfigSource(settings, "thresher.db.url", ORDINAL));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    /** H2 answers a commit only once it is in the file: what the journal said outlives a killed process. */
    static String fileIn(String dataDir) {
        Path file = Path.of(dataDir, "thresher").toAbsolutePath().normalize();
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    static String vendor(String url) {
        for (String vendor : List.of(H2, POSTGRESQL)) {
            if (url.startsWith("jdbc:" + vendor + ":")) {
                return vendor;
            }
        }
        throw new IllegalArgumentException(
                "thresher.db.url must start with jdbc:h2: or jdbc:postgresql:, got " + url.replaceAll("[?;].*", "…"));
    }

    private static String dataDir(ConfigSourceContext context) {
        return setting(context, "thresher.data-dir").orElse("./data");
    }

    private static Optional<String> setting(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(value -> !value.isBlank());
    }
}
