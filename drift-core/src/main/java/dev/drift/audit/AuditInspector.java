package dev.drift.audit;

import dev.drift.audit.AuditFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Follows a trail line by line and goes on behind everything that is wrong with it. Not safe for use by several threads. */
final class AuditInspector {

    private final List<AuditAnchor> anchors;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final List<String> recoveries = new ArrayList<>();
    private final Missing missing = new Missing();
    private long lines;
    private long last;
    private Optional<String> lastHash = Optional.of(AuditHead.EMPTY.hash());
    private String segment = "";
    private long segmentBytes;
    private String place = "the trail";
    private Optional<AuditFile> head = Optional.empty();

    AuditInspector(List<AuditAnchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** Numbers that a gap left out, so that a line found later is known to stand in the wrong place. */
    private static final class Missing {
        private final TreeMap<Long, Long> ranges = new TreeMap<>();

        void add(long from, long to) {
            ranges.put(from, to);
        }

        boolean remove(long number) {
            Map.Entry<Long, Long> range = ranges.floorEntry(number);
            if (range == null || range.getValue() < number) {
                return false;
            }
            ranges.remove(range.getKey());
            if (range.getKey() < number) {
                ranges.put(range.getKey(), number - 1);
            }
            if (number < range.getValue()) {
                ranges.put(number + 1, range.getValue());
            }
            return true;
        }
    }

    void file(AuditFile file) {
        if (file.name().equals(AuditFile.HEAD)) {
            head = Optional.of(file);
            return;
        }
        boolean torn = findings.stream().anyMatch(finding -> finding.kind() == Kind.TORN);
        segment = file.name();
        segmentBytes = file.content().length;
        place = file.place();
        int at = 0;
        int number = 0;
        byte[] content = file.content();
        for (int end = AuditTail.lineEnd(content, at); end >= 0; end = AuditTail.lineEnd(content, at)) {
            number++;
            line(AuditLine.read(content, at, end), file.place() + ":" + number, number == 1);
            at = end + 1;
        }
        if (at < content.length) {
            find(Kind.TORN, file.place() + ":" + (number + 1), "the line is not whole");
        } else if (number == 0 && !torn) {
            find(Kind.MISPLACED, file.place(), "the segment is empty");
        }
    }

    AuditInspection inspection() {
        compareWithHead();
        for (AuditAnchor anchor : anchors) {
            if (anchor.sequence() > last) {
                find(
                        Kind.ANCHOR,
                        place,
                        "line " + anchor.sequence() + " was noted elsewhere and the trail ends at " + last);
            }
        }
        Optional<AuditAnchor> end = last == 0 ? Optional.empty() : lastHash.map(hash -> new AuditAnchor(last, hash));
        return new AuditInspection(lines, end, recoveries, findings);
    }

    private void line(Optional<AuditLine> read, String where, boolean first) {
        lines++;
        if (read.isEmpty()) {
            find(Kind.EDITED, where, "this is no line of a trail");
            goOn(last + 1, Optional.empty());
            return;
        }
        AuditLine line = read.get();
        if (!line.isGenuine()) {
            find(Kind.EDITED, where, "line " + (last + 1) + " is not what was written: its hash is another one");
            goOn(last + 1, Optional.empty());
            return;
        }
        if (first && !segment.equals(AuditFile.segment(line.sequence()))) {
            find(Kind.MISPLACED, where, "the segment begins with line " + line.sequence());
        }
        if (line.sequence() <= last) {
            boolean late = missing.remove(line.sequence());
            find(
                    late ? Kind.REORDERED : Kind.DUPLICATE,
                    where,
                    "line " + line.sequence() + " stands behind line " + last
                            + (late ? "" : ", and before it as well"));
            return;
        }
        follow(line, where);
    }

    private void follow(AuditLine line, String where) {
        if (line.sequence() > last + 1) {
            long to = line.sequence() - 1;
            find(
                    Kind.GAP,
                    where,
                    to == last + 1
                            ? "line " + to + " is missing"
                            : "lines " + (last + 1) + " to " + to + " are missing");
            missing.add(last + 1, to);
        } else if (lastHash.isPresent() && !lastHash.get().equals(line.previous())) {
            find(Kind.UNCHAINED, where, "line " + line.sequence() + " follows another line than the one before it");
        }
        anchors.stream()
                .filter(anchor ->
                        anchor.sequence() == line.sequence() && !anchor.hash().equals(line.hash()))
                .forEach(anchor -> find(
                        Kind.ANCHOR, where, "line " + line.sequence() + " is another one than was noted elsewhere"));
        if (line.tells(AuditEvent.Kind.RECOVERED)) {
            recoveries.add(where);
        }
        goOn(line.sequence(), Optional.of(line.hash()));
    }

    private void goOn(long sequence, Optional<String> hash) {
        last = sequence;
        lastHash = hash;
    }

    private void compareWithHead() {
        if (head.isEmpty()) {
            find(Kind.HEAD, place, "there is no " + AuditFile.HEAD + ", so nothing says where the trail ends");
            return;
        }
        String where = head.get().place();
        Optional<AuditHead> said = AuditHead.read(head.get().content());
        if (said.isEmpty()) {
            find(Kind.HEAD, where, "this is no head of a trail");
        } else if (said.get().sequence() > last) {
            find(
                    Kind.CUT,
                    place,
                    "the trail ends at line " + last + ", and ended at line "
                            + said.get().sequence());
        } else if (said.get().sequence() < last) {
            find(
                    Kind.HEAD,
                    where,
                    "the trail goes on behind line " + said.get().sequence() + " to line " + last
                            + ": a writer was stopped, which the next one records, or lines were added");
        } else if (!lastHash.orElse(said.get().hash()).equals(said.get().hash())
                || !said.get().segment().equals(segment)) {
            find(Kind.HEAD, where, "the trail ends with another line " + last);
        } else if (said.get().bytes() != segmentBytes) {
            find(
                    Kind.HEAD,
                    where,
                    segment + " has " + segmentBytes + " bytes, and had "
                            + said.get().bytes() + " when line " + last + " was written");
        }
    }

    private void find(Kind kind, String where, String message) {
        findings.add(new AuditFinding(kind, where, message));
    }
}
