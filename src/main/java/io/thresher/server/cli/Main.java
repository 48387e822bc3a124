package io.thresher.server.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Where the process starts: the service, or one command that ends. */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final String PREDICT = "predict";
    /** Commands that do one thing and end; they serve nobody but their workers. */
    private static final Set<String> ENDING = Set.of("search", "jobs", "leaderboard", "deliver", "extend", "replay");

    /** Options that only tell something: they need no data, whoever uses them. */
    private static final Set<String> ASKING = Set.of("-h", "--help", "-V", "--version");

    private static final String DATA_DIR_OPTION = "--data-dir";
    private static final String DATA_DIR = "thresher.data-dir";
    private static final String DEFAULT_DATA_DIR = "./data";
    private static final int REFUSED = 2;

    private final CommandLine.IFactory beans;

    Main(CommandLine.IFactory beans) {
        this.beans = beans;
    }

    /** Settings that a command needs before anything starts are made here, unless the user made them. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(PREDICT)) {
            String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
            System.exit(new CommandLine(new PredictCommand()).execute(rest));
        }
        if (Stream.of(arguments).anyMatch(ENDING::contains)) {
            prefer("quarkus.http.port", "0");
            prefer("quarkus.log.level", "WARN");
        }
        dataDir(arguments).ifPresent(named -> System.setProperty(DATA_DIR, named));
        if (Stream.of(arguments).anyMatch(ASKING::contains)) {
            prefer("thresher.db.url", "jdbc:h2:mem:nothing");
            prefer("quarkus.http.port", "0");
            prefer("quarkus.log.level", "WARN");
        } else {
            takeDataDir();
        }
        EarlyClasses.load();
        Quarkus.run(Main.class, arguments);
    }

    @Override
    public int run(String... arguments) {
        return new CommandLine(ThresherCommand.class, beans)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new ProblemLines())
                .execute(arguments);
    }

    private static Optional<String> dataDir(String... arguments) {
        Optional<String> named = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(DATA_DIR_OPTION + "=")) {
                named = Optional.of(arguments[i].substring(DATA_DIR_OPTION.length() + 1));
            } else if (arguments[i].equals(DATA_DIR_OPTION) && i + 1 < arguments.length) {
                named = Optional.of(arguments[i + 1]);
            }
        }
        return named;
    }

    private static void takeDataDir() {
        String folder =
                System.getProperty(DATA_DIR, System.getenv().getOrDefault(variable(DATA_DIR), DEFAULT_DATA_DIR));
        DataDirLock.take(Path.of(folder)).ifPresent(why -> {
            System.err.println(why);
            System.exit(REFUSED);
        });
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static void prefer(String setting, String value) {
        if (System.getProperty(setting) == null && System.getenv(variable(setting)) == null) {
            System.setProperty(setting, value);
        }
    }
}
