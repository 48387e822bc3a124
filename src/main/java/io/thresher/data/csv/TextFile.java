package io.thresher.data.csv;

import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Letters of a file whose encoding is known. */
public final class TextFile {
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final Pattern MARKUP =
            Pattern.compile("\\s*<(!doctype|html|\\?xml).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]\\s*[\\[{\"].*", Pattern.DOTALL);

    private TextFile() {}

    /** The file's letters without the byte order mark; bytes that mean nothing become U+FFFD. */
    public static Reader open(Path file, TextEncoding encoding) throws IOException {
        Reader reader = new InputStreamReader(Files.newInputStream(file), encoding.charset());
        if (encoding == TextEncoding.LATIN_1 || encoding == TextEncoding.WINDOWS_1252) {
            return reader;
        }
        int first = reader.read();
        if (first == BYTE_ORDER_MARK || first < 0) {
            return reader;
        }
        reader.close();
        return new InputStreamReader(Files.newInputStream(file), encoding.charset());
    }

    /**
     * The beginning of the file, about {@code characters} long, up to the end of a line where there is one.
     *
     * @throws UnreadableDataset if it is blank, or markup or JSON rather than a table
     */
    static String head(Path file, TextEncoding encoding, int characters) throws IOException {
        String head = beginning(file, encoding, characters);
        if (JSON.matcher(head).matches()) {
            throw new UnreadableDataset("The file is JSON. Delimited text (CSV) is accepted.");
        }
        return head;
    }

    /**
     * The beginning of the file as {@link #head}, JSON too.
     *
     * @throws UnreadableDataset if it is blank or markup
     */
    public static String beginning(Path file, TextEncoding encoding, int characters) throws IOException {
        char[] buffer = new char[characters];
        int filled = 0;
        try (Reader reader = open(file, encoding)) {
            int read;
            while (filled < characters && (read = reader.read(buffer, filled, characters - filled)) >= 0) {
                filled += read;
            }
        }
        String head = new String(buffer, 0, filled);
        refuseOtherText(head);
        if (filled < characters) {
            return head;
        }
        int lastLineEnd = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r'));
        return lastLineEnd < 0 ? head : head.substring(0, lastLineEnd + 1);
    }

    private static void refuseOtherText(String head) {
        if (head.isBlank()) {
            throw new UnreadableDataset("The file has nothing but blank lines. A header and rows are accepted.");
        }
        if (MARKUP.matcher(head).matches()) {
            throw new UnreadableDataset("The file is an HTML or XML document. " + Accepted.FORMATS);
        }
    }

    /** Whether a text that begins like this is JSON: objects, or a list of them. */
    public static boolean isJson(String beginning) {
        return JSON.matcher(beginning).matches();
    }
}
