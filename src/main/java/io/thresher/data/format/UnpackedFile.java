package io.thresher.data.format;

import io.thresher.data.Packing;
import io.thresher.data.UnreadableDataset;
import io.thresher.data.csv.Accepted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An upload without its wrapping: the upload itself, or the one file that was packed in it with gzip or zip. What is
 * packed twice is refused.
 *
 * @param file the file to read
 * @param packing what it was packed with
 */
public record UnpackedFile(Path file, Packing packing) {
    private static final byte[] GZIP_START = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP_START = {'P', 'K', 5, 6};
    private static final byte[] TAR_MARK = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_MARK_AT = 257;

    /**
     * Unpacks an upload if it is packed.
     *
     * @param scratch where the unpacked file is written, if need be; must not exist
     * @throws UnreadableDataset if it is damaged, packed twice, holds no table or several, or grows beyond the limits
     */
    public static UnpackedFile of(Path upload, Path scratch, ExpansionLimits limits) throws IOException {
        byte[] head = head(upload);
        Packing packing = packing(head);
        if (packing == Packing.NONE) {
            refuseArchive(head);
            return new UnpackedFile(upload, packing);
        }
        try {
            if (packing == Packing.GZIP) {
                try (InputStream in = new GZIPInputStream(Files.newInputStream(upload), 1 << 16)) {
                    expand(in, scratch, Files.size(upload), limits);
                }
            } else {
                ZipArchive.expandTable(upload, scratch, limits);
            }
        } catch (ZipException | EOFException e) {
            throw new UnreadableDataset("The %s file is damaged or cut off: %s. A whole one is accepted."
                    .formatted(packing.word(), e.getMessage()));
        }
        byte[] inner = head(scratch);
        if (packing(inner) != Packing.NONE) {
            throw new UnreadableDataset("The file is packed twice: %s inside %s. A table packed once is accepted."
                    .formatted(packing(inner).word(), packing.word()));
        }
        refuseArchive(inner);
        return new UnpackedFile(scratch, packing);
    }

    static void expand(InputStream in, Path to, long packed, ExpansionLimits limits) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long expanded = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            int read;
            while ((read = in.read(buffer)) >= 0) {
                expanded += read;
                limits.check(expanded, packed);
                out.write(buffer, 0, read);
            }
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TAR_MARK_AT + TAR_MARK.length);
        }
    }

    private static Packing packing(byte[] head) {
        if (has(head, 0, GZIP_START)) {
            return Packing.GZIP;
        }
        return has(head, 0, ZIP_START) || has(head, 0, EMPTY_ZIP_START) ? Packing.ZIP : Packing.NONE;
    }

    private static void refuseArchive(byte[] head) {
        if (has(head, TAR_MARK_AT, TAR_MARK)) {
            throw new UnreadableDataset("The file is a tar archive. " + Accepted.FORMATS);
        }
    }

    private static boolean has(byte[] bytes, int at, byte[] expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
