package io.thresher.server.worker;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What opens the worker protocol: made anew at each start and given to the workers alone. */
@ApplicationScoped
public class WorkerToken {
    private static final int BYTES = 32;

    private final String value;

    WorkerToken() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.value = HexFormat.of().formatHex(random);
    }

    String value() {
        return value;
    }

    /** Whether this is the header of one who knows the token; takes the same time for all that do not. */
    boolean opens(@Nullable String authorization) {
        byte[] expected = ("Bearer " + value).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
