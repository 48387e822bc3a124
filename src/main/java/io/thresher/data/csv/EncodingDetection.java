package io.thresher.data.csv;

import io.thresher.data.TextEncoding;
import io.thresher.data.UnreadableDataset;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells how a text file is encoded by reading all of it: UTF-16 if it begins with that byte order mark, UTF-8 if it
 * is valid UTF-8 throughout, otherwise Windows-1252 if it has letters that only that has, and Latin-1 if not. What has NUL bytes or many control characters is no text.
 */
public final class EncodingDetection {
    private static final String NOT_IN_WINDOWS_1252 = "\u0081\u008d\u008f\u0090\u009d";
    private static final double MOST_CONTROL_CHARACTERS = 0.001;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long SPACES = 0x2020202020202020L;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(1 << 16);
    private boolean validUtf8 = true;
    private long bytes;
    private long controlCharacters;
    private boolean hasNul;
    private boolean hasWindowsLetters;
    private boolean hasLatinControls;

    private EncodingDetection() {}

    /**
     * The encoding of a file.
     *
     * @throws UnreadableDataset if the file is empty or no text
     */
    public static TextEncoding of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(16);
            refuseKnownBinary(head);
            if (isUtf16(head)) {
                return TextEncoding.UTF_16;
            }
        }
        EncodingDetection detection = new EncodingDetection();
        detection.readAll(file);
        detection.refuseBinary();
        return detection.found();
    }

    private TextEncoding found() {
        if (validUtf8) {
            return TextEncoding.UTF_8;
        }
        return hasWindowsLetters && !hasLatinControls ? TextEncoding.WINDOWS_1252 : TextEncoding.LATIN_1;
    }

    private static void refuseKnownBinary(byte[] head) {
        if (head.length == 0) {
            throw new UnreadableDataset("The file is empty. " + Accepted.FORMATS);
        }
        BinaryFormat.of(head).ifPresent(format -> {
            throw new UnreadableDataset("The file is %s. %s".formatted(format.description(), Accepted.FORMATS));
        });
    }

    private static boolean isUtf16(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int mark = (head[0] & 0xff) << 8 | (head[1] & 0xff);
        return mark == 0xfeff || mark == 0xfffe;
    }

    private void refuseBinary() {
        if (hasNul) {
            throw new UnreadableDataset("The file has NUL bytes, so it is no text. " + Accepted.FORMATS);
        }
        if (controlCharacters > MOST_CONTROL_CHARACTERS * bytes) {
            throw new UnreadableDataset("%d of the file's %d bytes are control characters, so it is no text. %s"
                    .formatted(controlCharacters, bytes, Accepted.FORMATS));
        }
    }

    private void readAll(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.read(buffer.array(), buffer.position(), buffer.remaining())) >= 0) {
                count(buffer.array(), buffer.position(), read);
                buffer.position(buffer.position() + read).flip();
                decode(buffer, false);
                buffer.compact();
            }
            decode(buffer.flip(), true);
        }
    }

    private void count(byte[] buffer, int from, int length) {
        bytes += length;
        int i = from;
        for (; i + Long.BYTES <= from + length; i += Long.BYTES) {
            if (!isPlain((long) EIGHT_BYTES.get(buffer, i))) {
                countOneByOne(buffer, i, Long.BYTES);
            }
        }
        countOneByOne(buffer, i, from + length - i);
    }

    /** Whether eight bytes are ASCII and none of them is a control character. */
    private static boolean isPlain(long eight) {
        return ((eight | (eight - SPACES)) & HIGH_BITS) == 0;
    }

    private void countOneByOne(byte[] buffer, int from, int length) {
        for (int i = from; i < from + length; i++) {
            byte letter = buffer[i];
            if (letter < (byte) 0xa0) {
                boolean unused = NOT_IN_WINDOWS_1252.indexOf((char) (letter & 0xff)) >= 0;
                hasLatinControls |= unused;
                hasWindowsLetters |= !unused;
            }
            if (letter >= 0 && letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t') {
                controlCharacters++;
                hasNul |= letter == 0;
            }
        }
    }

    private void decode(ByteBuffer buffer, boolean atEnd) {
        if (!validUtf8) {
            buffer.position(buffer.limit());
            return;
        }
        CoderResult result;
        do {
            result = utf8.decode(buffer, decoded.clear(), atEnd);
        } while (result.isOverflow());
        validUtf8 = !result.isError();
    }
}
