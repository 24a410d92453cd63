package dev.drift.it.cloud;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditTrail;
import dev.drift.aws.delivery.AuditBucket;
import dev.drift.aws.delivery.BucketPlace;
import dev.drift.testing.AuditTrailContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** An audit trail in a bucket that another implementation of S3 keeps. */
class BucketTrailTest extends AuditTrailContract {

    @TempDir
    private static Path folder;

    private static Moto moto;
    private static StateBucket bucket;
    private String prefix = "";

    @BeforeAll
    static void start() throws Exception {
        moto = Moto.start(folder.resolve("moto.log"));
        bucket = StateBucket.create(moto.endpoint(), "trails");
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.close();
        moto.close();
    }

    @BeforeEach
    void name(TestInfo test) {
        prefix = test.getTestMethod().orElseThrow().getName();
    }

    @Override
    protected AuditTrail trail() {
        return at("s3://trails/" + prefix);
    }

    @Override
    protected AuditArchive archive() {
        return at("s3://trails/" + prefix);
    }

    @Override
    protected AuditTrail unable() {
        return at("s3://nowhere/" + prefix);
    }

    private static AuditBucket at(String place) {
        return AuditBucket.at(
                BucketPlace.parse(place),
                Map.of(
                        "AWS_ENDPOINT_URL",
                        moto.endpoint().toString(),
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test"));
    }
}
