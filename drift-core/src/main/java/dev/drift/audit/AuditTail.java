package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What lies behind the end that a trail says it has: nothing, unless somebody is writing or stopped in the middle. Lines that
 * are whole and follow the chain belong to the trail; half a line at the very end is what a crash leaves; anything else was
 * put there by somebody else. Not safe for use by several threads.
 */
public final class AuditTail {

    private final AuditHead said;
    private AuditHead end;
    private int torn;

    /** Behind the end that was said. */
    public AuditTail(AuditHead said) {
        this.said = requireNonNull(said, "said is null");
        this.end = said;
    }

    /**
     * Reads the segment that the trail is said to end in, or the one behind what was read so far, in this order.
     *
     * @throws AuditException if the segment does not follow
     */
    public void read(AuditFile segment) throws AuditException {
        boolean same = segment.name().equals(end.segment());
        long from = same ? end.bytes() : 0;
        boolean next = segment.name().equals(AuditFile.segment(end.sequence() + 1));
        if (torn > 0 || !(same || next) || segment.content().length < from) {
            throw foreign(segment);
        }
        int at = (int) from;
        byte[] content = segment.content();
        for (int lineEnd = lineEnd(content, at); lineEnd >= 0; lineEnd = lineEnd(content, at)) {
            Optional<AuditLine> line = AuditLine.read(content, at, lineEnd).filter(this::follows);
            at = lineEnd + 1;
            end = new AuditHead(
                    line.orElseThrow(() -> foreign(segment)).sequence(),
                    line.get().hash(),
                    segment.name(),
                    at);
        }
        torn = content.length - at;
    }

    /** Where the trail ends, as far as it was read. */
    public AuditHead end() {
        return end;
    }

    /** How many bytes of half a line lie behind the end, in the segment read last. */
    public int torn() {
        return torn;
    }

    /** What there is to record of whoever wrote before; empty if nothing lies behind the end that was said. */
    public Optional<AuditEvent> recovery() {
        long adopted = end.sequence() - said.sequence();
        return adopted == 0 && torn == 0
                ? Optional.empty()
                : Optional.of(AuditEvent.of(AuditEvent.Kind.RECOVERED)
                        .with("lines_kept", adopted)
                        .with("bytes_dropped", torn));
    }

    private boolean follows(AuditLine line) {
        return line.sequence() == end.sequence() + 1 && line.previous().equals(end.hash()) && line.isGenuine();
    }

    static int lineEnd(byte[] content, int from) {
        for (int at = from; at < content.length; at++) {
            if (content[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private AuditException foreign(AuditFile segment) {
        return new AuditException("the trail does not end where it says, at line " + end.sequence()
                + "; drift audit verify" + " says what is wrong with " + segment.place());
    }
}
