package io.thresher.data.format;

import io.thresher.data.FileFormat;
import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.ColumnNames;
import io.thresher.data.csv.RowBuffer;
import io.thresher.data.csv.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weka's format as rows. Comments and blank lines are passed over; in a sparse row, what is not named is zero or the
 * first word of the attribute; the weight of a row is not read.
 */
final class ArffRows implements RowSource {
    private static final Pattern BEGINNING = Pattern.compile(
            "(\\s*(%[^\\n\\r]*)?[\\n\\r]+)*+\\s*@(relation|attribute)\\b.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern KEYWORD = Pattern.compile("@(\\w+)\\s*(.*)");
    private static final Pattern SPARSE = Pattern.compile("\\{(.*)}\\s*(,\\s*\\{[^{}]*}\\s*)?");

    private final BoundedLines lines;
    private final List<ArffAttribute> attributes = new ArrayList<>();
    private final ColumnNames names;
    private final RowBuffer row = new RowBuffer();

    private ArffRows(BoundedLines lines, int maxColumns) throws IOException {
        this.lines = lines;
        readHeader(maxColumns);
        names = ColumnNames.ofHeader(
                attributes.stream().map(ArffAttribute::name).toList());
    }

    /** Whether a text that begins like this is an ARFF file. */
    static boolean begins(String beginning) {
        return BEGINNING.matcher(beginning).matches();
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableDataset if its header is wrong
     */
    static RowSource open(Path file, TextEncoding encoding, int maxColumns, int maxRecordCharacters)
            throws IOException {
        BoundedLines lines = new BoundedLines(TextFile.open(file, encoding), maxRecordCharacters);
        try {
            return new ArffRows(lines, maxColumns);
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public FileFormat format() {
        return FileFormat.ARFF;
    }

    @Override
    public ColumnNames names() {
        return names;
    }

    @Override
    public Declared declared(int column) {
        return attributes.get(column).declared();
    }

    @Override
    public boolean advance() throws IOException {
        Optional<String> line = nextLine();
        if (line.isEmpty()) {
            return false;
        }
        row.clear();
        Matcher sparse = SPARSE.matcher(line.get());
        if (sparse.matches()) {
            addSparse(sparse.group(1));
        } else {
            addDense(ArffTokens.values(line.get()));
        }
        return true;
    }

    @Override
    public RowBuffer row() {
        return row;
    }

    @Override
    public long line() {
        return lines.number();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void readHeader(int maxColumns) throws IOException {
        while (true) {
            String line = nextLine()
                    .orElseThrow(() -> new UnreadableDataset(
                            "The ARFF file has no line @data. Attributes, then @data, then rows are accepted."));
            Matcher keyword = KEYWORD.matcher(line);
            if (attributes.size() > maxColumns) {
                throw new UnreadableDataset(
                        "The file has more than %1$d columns. At most %1$d are accepted.".formatted(maxColumns));
            }
            String word = keyword.matches() ? keyword.group(1).toLowerCase(Locale.ROOT) : "";
            switch (word) {
                case "relation" -> {}
                case "attribute" -> attributes.add(ArffAttribute.of(keyword.group(2), lines.number()));
                case "data" -> {
                    return;
                }
                default ->
                    throw new UnreadableDataset(
                            "Line %d of the ARFF file is no @relation, @attribute, @data or comment, which are accepted there."
                                    .formatted(lines.number()));
            }
        }
    }

    /** The next line that is neither blank nor a comment, without spaces around it. */
    private Optional<String> nextLine() throws IOException {
        Optional<String> line = lines.next().map(String::strip);
        while (line.isPresent() && (line.get().isEmpty() || line.get().startsWith("%"))) {
            line = lines.next().map(String::strip);
        }
        return line;
    }

    private void addDense(List<String> values) {
        boolean hasWeight = values.size() == attributes.size() + 1
                && values.get(attributes.size()).matches("\\{.*}");
        for (String value : hasWeight ? values.subList(0, attributes.size()) : values) {
            row.add(value);
        }
    }

    private void addSparse(String content) {
        List<String> values = new ArrayList<>();
        attributes.forEach(attribute -> values.add(attribute.zero()));
        // Every part is divided by commas only, and quotes may hold commas.
        for (String part : ArffSparse.parts(content)) {
            List<String> pair = ArffTokens.firstAndRest(part);
            int place = place(pair.get(0));
            List<String> value = ArffTokens.values(pair.get(1));
            values.set(place, value.isEmpty() ? "" : value.get(0));
        }
        values.forEach(row::add);
    }

    private int place(String index) {
        boolean number = index.matches("[0-9]{1,9}");
        int place = number ? Integer.parseInt(index) : -1;
        if (place < 0 || place >= attributes.size()) {
            throw new UnreadableDataset("Line %d of the ARFF file names the attribute '%s'. 0 to %d are accepted."
                    .formatted(lines.number(), index, attributes.size() - 1));
        }
        return place;
    }
}
