package io.thresher.server.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Where the process starts: the service, or one command that ends. */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final String PREDICT = "predict";
    /** Commands that do one thing and end; they serve nobody but their workers. */
    private static final Set<String> ENDING = Set.of("search", "jobs", "extend", "replay");

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
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--data-dir")) {
                System.setProperty("thresher.data-dir", arguments[i + 1]);
            }
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

    private static void prefer(String setting, String value) {
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        if (System.getProperty(setting) == null && System.getenv(variable) == null) {
            System.setProperty(setting, value);
        }
    }
}
