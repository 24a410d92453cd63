package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Notes as lines that follow the end of a trail: what whoever keeps a trail writes. It is no record, because bytes have no
 * equality.
 */
public final class AuditPiece {

    private final byte[] text;
    private final long sequence;
    private final String hash;

    private AuditPiece(byte[] text, long sequence, String hash) {
        this.text = text;
        this.sequence = sequence;
        this.hash = hash;
    }

    /** The notes behind the end. */
    public static AuditPiece behind(AuditHead end, List<AuditNote> notes) {
        requireNonNull(end, "end is null");
        StringBuilder lines = new StringBuilder();
        long sequence = end.sequence();
        String hash = end.hash();
        for (AuditNote note : notes) {
            AuditLine line = AuditLine.of(note, sequence + 1, hash);
            lines.append(line.text()).append('\n');
            sequence = line.sequence();
            hash = line.hash();
        }
        return new AuditPiece(lines.toString().getBytes(UTF_8), sequence, hash);
    }

    /** The lines, each with its line end. */
    public byte[] text() {
        return text.clone();
    }

    /** How long the lines are. */
    public int bytes() {
        return text.length;
    }

    /** The end of the trail once the lines lie in a segment, behind so many bytes of it. */
    public AuditHead head(String segment, long bytesBefore) {
        return new AuditHead(sequence, hash, segment, bytesBefore + text.length);
    }
}
