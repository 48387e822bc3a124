package io.thresher.server;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock whoever needs the time injects. */
class WallClock {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
