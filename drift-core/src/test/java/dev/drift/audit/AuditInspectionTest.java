package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drift.audit.AuditFinding.Kind;
import dev.drift.testing.AuditNotes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AuditInspectionTest {

    private static final int TRAILS = 40;
    private static final int MUTATIONS = 150;

    /** A trail in memory: the content of each of its files. */
    private final Map<String, byte[]> files = new TreeMap<>();

    @Test
    void aTrailIsWhole() throws AuditException {
        writing(2, 3);

        assertThat(inspection().isWhole()).isTrue();
        assertThat(inspection().lines()).isEqualTo(5);
    }

    @Test
    void findsEveryChangeOfARandomTrail() throws AuditException {
        for (int seed = 0; seed < TRAILS; seed++) {
            Random random = new Random(seed);
            files.clear();
            writing(random.ints(1 + random.nextInt(4), 1, 5).toArray());
            assertThat(inspection().findings()).as("seed %s", seed).isEmpty();
            Map<String, byte[]> original = new TreeMap<>(files);
            for (int mutation = 0; mutation < MUTATIONS; mutation++) {
                files.clear();
                files.putAll(original);
                String done = new Tampering(random, files).once();
                if (!same(original, files)) {
                    assertThat(inspection().findings())
                            .as("seed %s, mutation %s: %s", seed, mutation, done)
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void saysWhereALineWasEdited() throws AuditException {
        writing(2, 3);
        edit(AuditFile.segment(3), lines -> lines.set(1, lines.get(1).replace("in_sync", "drifted")));

        assertThat(inspection().findings())
                .extracting(AuditFinding::kind, AuditFinding::where)
                .containsExactly(tuple(Kind.EDITED, AuditFile.segment(3) + ":2"));
    }

    @Test
    void saysWhichLinesAreMissing() throws AuditException {
        writing(2, 3);
        edit(AuditFile.segment(3), lines -> lines.remove(1));

        assertThat(inspection().findings())
                .extracting(AuditFinding::kind, AuditFinding::where, AuditFinding::message)
                .contains(tuple(Kind.GAP, AuditFile.segment(3) + ":2", "line 4 is missing"));
        assertThat(inspection().findings())
                .extracting(AuditFinding::kind, AuditFinding::message)
                .anySatisfy(finding -> assertThat(finding.toList())
                        .contains(Kind.HEAD)
                        .anyMatch(message -> message.toString().endsWith("when line 5 was written")));
    }

    @Test
    void saysThatTheEndWasCut() throws AuditException {
        writing(2, 3);
        files.remove(AuditFile.segment(3));

        assertThat(inspection().findings())
                .extracting(AuditFinding::kind, AuditFinding::message)
                .containsExactly(tuple(Kind.CUT, "the trail ends at line 2, and ended at line 5"));
    }

    @Test
    void tellsALineInTheWrongPlaceFromALineThatStandsThereTwice() throws AuditException {
        writing(4);
        edit(AuditFile.segment(1), lines -> Collections.swap(lines, 1, 2));
        assertThat(inspection().findings()).extracting(AuditFinding::kind).contains(Kind.REORDERED);

        files.clear();
        writing(4);
        edit(AuditFile.segment(1), lines -> lines.add(3, lines.get(1)));
        assertThat(inspection().findings())
                .extracting(AuditFinding::kind, AuditFinding::where)
                .contains(tuple(Kind.DUPLICATE, AuditFile.segment(1) + ":4"));
    }

    @Test
    void aTrailThatWasWrittenAnewIsFoundOnlyByWhatWasNotedElsewhere() throws AuditException {
        AuditHead noted = writing(2, 3);
        files.clear();
        AuditHead anew = writing(1, 1, 4);

        assertThat(inspection().isWhole()).isTrue();
        assertThat(inspection(AuditAnchor.parse(noted.toString())).findings())
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.ANCHOR);
        assertThat(inspection(AuditAnchor.parse(anew.toString())).isWhole()).isTrue();
        assertThat(inspection(new AuditAnchor(99, noted.hash())).findings())
                .extracting(AuditFinding::kind)
                .containsExactly(Kind.ANCHOR);
    }

    private AuditHead writing(int... pieces) {
        AuditHead head = AuditHead.EMPTY;
        for (int lines : pieces) {
            String segment = AuditFile.segment(head.sequence() + 1);
            AuditPiece piece = AuditPiece.behind(head, AuditNotes.of("run-of-" + pieces.length, lines));
            files.put(segment, piece.text());
            head = piece.head(segment, 0);
        }
        files.put(AuditFile.HEAD, head.text());
        return head;
    }

    private AuditInspection inspection(AuditAnchor... anchors) throws AuditException {
        return AuditInspection.of(
                reader -> files.forEach((name, content) -> reader.accept(new AuditFile(name, name, content))),
                List.of(anchors));
    }

    private void edit(String segment, java.util.function.Consumer<List<String>> how) {
        List<String> lines =
                new ArrayList<>(new String(files.get(segment), UTF_8).lines().toList());
        how.accept(lines);
        files.put(segment, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(name -> Arrays.equals(one.get(name), other.get(name)));
    }
}
