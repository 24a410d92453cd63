package dev.drift.aws.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Gives up an answer whose bytes only drip. What counts is how long it is waited for bytes, and not what whoever reads them does
 * in between, which may take as long as it takes.
 */
final class PatientStream extends FilterInputStream {

    private final Duration patience;
    private long waited;

    PatientStream(InputStream stream, Duration patience) {
        super(stream);
        this.patience = patience;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Fails as a call does that takes too long as a whole. */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long begun = System.nanoTime();
        int read = super.read(into, offset, length);
        waited += System.nanoTime() - begun;
        if (waited > patience.toNanos()) {
            throw ApiCallTimeoutException.create(patience.toMillis());
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
