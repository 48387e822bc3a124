package io.thresher.data.format;

import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.Accepted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip archive that should hold one table. */
final class ZipArchive {
    private static final Set<String> TABLE_ENDINGS =
            Set.of("csv", "tsv", "tab", "data", "json", "jsonl", "ndjson", "parquet", "arff");
    private static final Set<String> ARCHIVE_ENDINGS = Set.of("zip", "gz", "tgz", "tar", "7z", "bz2", "xz", "rar");
    private static final int MOST_SHOWN = 5;

    private ZipArchive() {}

    /**
     * Unpacks the one table. Folders, hidden files and what macOS adds do not count; beside one file with a table's
     * ending, others such as a read-me do not count either.
     *
     * @throws UnreadableDataset if there is no table or there are several, naming the entries; or it is an Excel workbook
     */
    static void expandTable(Path archive, Path to, ExpansionLimits limits) throws IOException {
        try (ZipFile zip = open(archive)) {
            ZipEntry table = table(zip);
            try (InputStream in = zip.getInputStream(table)) {
                UnpackedFile.expand(in, to, Files.size(archive), limits);
            }
        }
    }

    /** Names that are no UTF-8 are read letter by letter: they are only shown. */
    private static ZipFile open(Path archive) throws IOException {
        try {
            return open(archive, StandardCharsets.UTF_8);
        } catch (ZipException e) {
            return open(archive, StandardCharsets.ISO_8859_1);
        }
    }

    private static ZipFile open(Path archive, Charset names) throws IOException {
        try {
            return new ZipFile(archive.toFile(), names);
        } catch (IllegalArgumentException e) {
            ZipException damaged = new ZipException("an entry's name is no text");
            damaged.initCause(e);
            throw damaged;
        }
    }

    private static ZipEntry table(ZipFile zip) {
        refuseDocument(zip);
        List<ZipEntry> files = zip.stream().filter(ZipArchive::counts).collect(Collectors.toList());
        if (files.isEmpty()) {
            throw new UnreadableDataset("The zip archive has no files. One with a single table is accepted.");
        }
        List<ZipEntry> tables = files.stream()
                .filter(file -> TABLE_ENDINGS.contains(ending(file)))
                .toList();
        List<ZipEntry> candidates = files.size() == 1 ? files : tables;
        if (candidates.size() != 1) {
            throw new UnreadableDataset(
                    "The zip archive has %d files: %s. One with a single table is accepted: pack that one alone."
                            .formatted(files.size(), names(files)));
        }
        ZipEntry only = candidates.get(0);
        if (ARCHIVE_ENDINGS.contains(ending(only))) {
            throw new UnreadableDataset("The zip archive holds another archive, %s. A table packed once is accepted."
                    .formatted(names(candidates)));
        }
        return only;
    }

    private static void refuseDocument(ZipFile zip) {
        if (zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null) {
            boolean excel = zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/"));
            throw new UnreadableDataset("The file is %s. %s Save the sheet as CSV."
                    .formatted(excel ? "an Excel workbook" : "an Office document", Accepted.FORMATS));
        }
    }

    private static boolean counts(ZipEntry entry) {
        String name = entry.getName().replace('\\', '/');
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory()
                && !last.isEmpty()
                && !last.startsWith(".")
                && !name.startsWith("__MACOSX/")
                && !last.equalsIgnoreCase("thumbs.db");
    }

    private static String ending(ZipEntry entry) {
        String name = entry.getName();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String names(List<ZipEntry> entries) {
        String shown = entries.stream()
                .limit(MOST_SHOWN)
                .map(entry -> "'" + shown(entry.getName()) + "'")
                .collect(Collectors.joining(", "));
        return entries.size() <= MOST_SHOWN ? shown : shown + " and %d more".formatted(entries.size() - MOST_SHOWN);
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
