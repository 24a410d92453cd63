package dev.drift.aws.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFile;
import dev.drift.audit.AuditFinding;
import dev.drift.audit.AuditInspection;
import dev.drift.audit.AuditTrail;
import dev.drift.config.InvalidConfigException;
import dev.drift.testing.AuditNotes;
import dev.drift.testing.AuditTrailContract;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditBucketTest extends AuditTrailContract {

    private FakeBucket bucket;

    @BeforeEach
    void open() throws IOException {
        bucket = new FakeBucket();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Override
    protected AuditTrail trail() {
        return at("s3://trails/eu/trail");
    }

    @Override
    protected AuditArchive archive() {
        return at("s3://trails/eu/trail");
    }

    @Override
    protected AuditTrail unable() {
        bucket.close();
        return trail();
    }

    @Test
    void anAnswerThatWasLostKeepsNothingTwice() throws Exception {
        trail().append(AuditNotes.of("run-1", 1));
        bucket.losingAnswers(2);

        trail().append(AuditNotes.of("run-2", 2));

        AuditInspection inspection = AuditInspection.of(archive(), List.of());
        assertThat(inspection.findings()).isEmpty();
        assertThat(inspection.lines()).isEqualTo(3);
    }

    @Test
    void aWriterThatWasStoppedBeforeItMovedTheHeadIsFollowed() throws Exception {
        trail().append(AuditNotes.of("run-1", 1));
        byte[] head = bucket.objects().get("eu/trail/head.json");
        trail().append(AuditNotes.of("run-2", 1));
        bucket.objects().put("eu/trail/head.json", head);

        trail().append(AuditNotes.of("run-3", 1));

        assertThat(AuditInspection.of(archive(), List.of()).findings()).isEmpty();
        assertThat(AuditInspection.of(archive(), List.of()).lines()).isEqualTo(3);
    }

    @Test
    void findsAndRefusesWhatSomebodyElseDid() throws Exception {
        trail().append(AuditNotes.of("run-1", 2));
        trail().append(AuditNotes.of("run-2", 2));
        trail().append(AuditNotes.of("run-3", 2));
        byte[] second = bucket.objects().remove("eu/trail/" + AuditFile.segment(3));

        assertThat(AuditInspection.of(archive(), List.of()).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(AuditFinding.Kind.GAP);
                    assertThat(finding.where()).isEqualTo("s3://trails/eu/trail/" + AuditFile.segment(5) + ":1");
                });
        bucket.objects().put("eu/trail/" + AuditFile.segment(3), second);
        bucket.objects().remove("eu/trail/head.json");
        assertThatThrownBy(() -> trail().append(AuditNotes.of("run-4", 1)))
                .isInstanceOf(AuditException.class)
                .hasMessageContaining("lost its head.json");
    }

    @Test
    void aBucketThatLocksWithoutARuleKeepsSegmentsForAYear() throws Exception {
        bucket.locking("");
        trail().append(AuditNotes.of("run-1", 1));

        assertThat(put(AuditFile.segment(1)))
                .containsEntry("x-amz-object-lock-mode", "GOVERNANCE")
                .containsKey("x-amz-object-lock-retain-until-date");
        assertThat(put(AuditFile.HEAD)).doesNotContainKey("x-amz-object-lock-mode");
    }

    @Test
    void aBucketThatLocksByARuleIsLeftToIt() throws Exception {
        bucket.locking("<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>7</Days></DefaultRetention></Rule>");
        trail().append(AuditNotes.of("run-1", 1));

        assertThat(put(AuditFile.segment(1)))
                .containsKey("x-amz-checksum-sha256")
                .doesNotContainKey("x-amz-object-lock-mode");
    }

    @Test
    void encryptsWithTheKeyThatIsNamed() throws Exception {
        at("s3://trails/eu?kms_key=alias%2Faudit&region=eu-west-1").append(AuditNotes.of("run-1", 1));

        assertThat(bucket.puts())
                .isNotEmpty()
                .allSatisfy(put -> assertThat(put)
                        .containsEntry("x-amz-server-side-encryption", "aws:kms")
                        .containsEntry("x-amz-server-side-encryption-aws-kms-key-id", "alias/audit"));
        assertThat(bucket.puts().get(0).get("authorization")).contains("/eu-west-1/s3/");
    }

    @Test
    void refusesAPlaceThatIsNone() {
        assertThatThrownBy(() -> BucketPlace.parse("s3://")).isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> BucketPlace.parse("s3://trails/x?zone=eu"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("zone");
        assertThat(BucketPlace.parse("s3://trails").key("a")).isEqualTo("a");
        assertThat(BucketPlace.parse("s3://trails/a/b/").toString()).isEqualTo("s3://trails/a/b");
    }

    private Map<String, String> put(String name) {
        return bucket.puts().stream()
                .filter(put -> put.get("key").endsWith("/" + name))
                .findFirst()
                .orElseThrow();
    }

    private AuditBucket at(String place) {
        return AuditBucket.at(BucketPlace.parse(place), bucket.environment());
    }
}
