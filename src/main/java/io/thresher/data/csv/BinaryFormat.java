package io.thresher.data.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A kind of file that is no text, known by how it begins.
 *
 * @param description what it is, with its article
 * @param start its first bytes as hexadecimal digits
 */
record BinaryFormat(String description, String start) {
    private static final List<BinaryFormat> KNOWN = List.of(
            new BinaryFormat("a ZIP archive or an Excel workbook", "504B0304"),
            new BinaryFormat("an old Excel workbook", "D0CF11E0A1B11AE1"),
            new BinaryFormat("a gzip file", "1F8B"),
            new BinaryFormat("a bzip2 file", ascii("BZh")),
            new BinaryFormat("an xz file", "FD377A585A00"),
            new BinaryFormat("a Zstandard file", "28B52FFD"),
            new BinaryFormat("a 7-Zip archive", "377ABCAF271C"),
            new BinaryFormat("a Parquet file", ascii("PAR1")),
            new BinaryFormat("an Arrow file", ascii("ARROW1")),
            new BinaryFormat("an SQLite database", ascii("SQLite format 3")),
            new BinaryFormat("an HDF5 file", "894844460D0A1A0A"),
            new BinaryFormat("a NumPy file", "934E554D5059"),
            new BinaryFormat("a PDF document", ascii("%PDF-")),
            new BinaryFormat("a PNG image", "89504E470D0A1A0A"),
            new BinaryFormat("a JPEG image", "FFD8FF"),
            new BinaryFormat("a GIF image", ascii("GIF8")),
            new BinaryFormat("a program", ascii("\u007fELF")));

    /** The format of a file that begins with these bytes, if it is a known one. */
    static Optional<BinaryFormat> of(byte[] head) {
        return KNOWN.stream().filter(format -> format.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        byte[] expected = HexFormat.of().parseHex(start);
        return head.length >= expected.length && Arrays.equals(head, 0, expected.length, expected, 0, expected.length);
    }

    private static String ascii(String letters) {
        return HexFormat.of().withUpperCase().formatHex(letters.getBytes(StandardCharsets.US_ASCII));
    }
}
