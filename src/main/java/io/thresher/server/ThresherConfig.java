package io.thresher.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.thresher.worker.process.DeviceSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All settings of the service; each can be given as a system property or in the environment. */
@ConfigMapping(prefix = "thresher")
public interface ThresherConfig {

    /** Where everything is kept that must survive: datasets, models, the H2 file. */
    @WithDefault("./data")
    Path dataDir();

    /** Where native libraries are unpacked once; in the data directory if not given. */
    Optional<Path> cacheDir();

    Database db();

    Upload upload();

    Workers workers();

    /** Where rows are kept. */
    interface Database {

        /** JDBC URL of H2 or PostgreSQL; without it, an H2 file in the data directory. */
        Optional<String> url();

        Optional<String> username();

        Optional<String> password();
    }

    /** What is accepted as a dataset. */
    interface Upload {

        /** Largest file that is taken, in bytes. */
        @WithDefault("2147483648")
        long maxBytes();
    }

    /** The child processes that run trials. */
    interface Workers {

        /** Trials at once on this machine; 0 for as many as there are cores. */
        @WithDefault("0")
        int count();

        /** Java heap of one worker, in MiB. */
        @WithDefault("1024")
        int heapMib();

        /** Whether workers train on a GPU: auto, cpu or cuda. */
        @WithDefault("auto")
        DeviceSetting device();

        /** Folder of jars that workers load before the application's own: native libraries for a GPU. */
        Optional<Path> libraries();

        /** After this time a trial is ended as TIMEOUT, whatever budget is left. */
        @WithDefault("PT10M")
        Duration trialTimeLimit();
    }
}
