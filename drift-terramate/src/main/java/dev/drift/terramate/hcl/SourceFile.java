package dev.drift.terramate.hcl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * The text of one file under the name that messages use. Equal only to itself; safe for use by several threads.
 */
public final class SourceFile {

    private final String name;
    private final String text;
    private volatile int[] lineStarts = {};

    private SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.text = Objects.requireNonNull(text, "text is null");
    }

    /** A text that is already in memory. A leading byte order mark may be present. */
    public static SourceFile of(String name, String text) {
        return new SourceFile(name, text);
    }

    /**
     * Reads a UTF-8 file and names it as asked, which is usually its path inside the project. At most one byte more
     * than the limit is read. Bytes that are not UTF-8 are kept as such and refused where they matter: not in comments.
     *
     * @throws HclSyntaxException if the file is larger than the limit
     * @throws IOException if it cannot be read
     */
    public static SourceFile read(Path file, String name, HclLimits limits) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.characters() + 1);
            String text = new String(bytes, StandardCharsets.UTF_8);
            SourceFile source = new SourceFile(name, text.indexOf('\uFFFD') < 0 ? text : BrokenUtf8.marked(bytes));
            if (bytes.length > limits.characters()) {
                throw new HclSyntaxException(source.span(0, 0), tooLarge(limits));
            }
            return source;
        }
    }

    /** The name that messages use. */
    public String name() {
        return name;
    }

    /** The whole text, a byte order mark included. */
    public String text() {
        return text;
    }

    SourceSpan span(int start, int end) {
        return new SourceSpan(this, start, end);
    }

    /** The line, from 1, of a place in the text. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, from 1 and in code points, of a place in the text. A byte order mark takes no column. */
    int columnAt(int offset) {
        int lineStart = lineStarts()[lineAt(offset) - 1];
        int bom = lineStart == 0 && offset > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        return text.codePointCount(lineStart + bom, offset) + 1;
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known.length == 0) {
            known = findLineStarts();
            lineStarts = known;
        }
        return known;
    }

    private int[] findLineStarts() {
        int[] starts = new int[16];
        int lines = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = end + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    static String tooLarge(HclLimits limits) {
        return "The file is larger than the " + limits.characters() + " characters allowed";
    }

    @Override
    public String toString() {
        return name;
    }
}
