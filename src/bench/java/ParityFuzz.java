import io.thresher.worker.process.Families;
import io.thresher.worker.process.ParitySearch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares exported files with the pipelines they were exported from, on odd tables and with configurations drawn from
 * the shipped search spaces. Each difference is told with the number that brings it back; one ends the run with status 1.
 *
 * <pre>
 * ./mvnw -q -DskipTests package
 * java -cp 'target/test-classes:target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*' \
 *     src/bench/java/ParityFuzz.java [--tries 1000] [--from 0]
 * </pre>
 */
public final class ParityFuzz {
    private ParityFuzz() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        int tries = option(given, "--tries", 1000);
        int from = option(given, "--from", 0);
        ParitySearch search = new ParitySearch(Families.all());
        long differences = IntStream.range(from, from + tries)
                .mapToObj(search::run)
                .flatMap(Optional::stream)
                .peek(System.out::println)
                .count();
        System.out.printf(
                "%d tried, %d could not be trained, %d differ%n", search.tried(), search.refused(), differences);
        System.exit(differences == 0 ? 0 : 1);
    }

    private static int option(List<String> arguments, String name, int otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }
}
