package dev.drift.terramate.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A file that somebody still writes, read as it grows; it ends when nobody writes it any more and everything is read. */
final class FollowedFile extends InputStream {

    private static final long PAUSE = 50_000_000;

    private final InputStream file;
    private final BooleanSupplier isWritten;

    FollowedFile(InputStream file, BooleanSupplier isWritten) {
        this.file = file;
        this.isWritten = isWritten;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        while (true) {
            // Asked first: what is written before the last look at an ended process is found by it.
            boolean mayGrow = isWritten.getAsBoolean();
            int read = file.read(into, at, most);
            if (read > 0 || most == 0 || (read < 0 && !mayGrow)) {
                return read;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
