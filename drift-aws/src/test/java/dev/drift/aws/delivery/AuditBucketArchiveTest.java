package dev.drift.aws.delivery;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditTrail;
import dev.drift.testing.AuditArchiveContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class AuditBucketArchiveTest extends AuditArchiveContract {

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
        return bucket();
    }

    @Override
    protected AuditArchive archive() {
        return bucket();
    }

    @Override
    protected AuditArchive unable() {
        bucket.close();
        return bucket();
    }

    private AuditBucket bucket() {
        return AuditBucket.at(BucketPlace.parse("s3://trails"), bucket.environment());
    }
}
