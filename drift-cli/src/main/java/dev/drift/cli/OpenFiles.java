package dev.drift.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.drift.estate.Parallelism;
import java.lang.management.ManagementFactory;

/**
 * How many stacks fit side by side into the number of files that the process may have open. Each costs the pipes of its tool,
 * its folder's lock and the sockets of its provider.
 */
final class OpenFiles {

    private static final long OWN = 160;
    private static final long A_STACK = 14;

    private OpenFiles() {}

    /** As many as asked for, or as many as fit; then somebody is told. */
    static Parallelism fitting(Parallelism asked, Surroundings surroundings) {
        long limit = limit();
        Parallelism fitting = fitting(asked, limit);
        if (fitting.stacks() < asked.stacks()) {
            surroundings.say("Looks at " + fitting.stacks() + " stacks side by side instead of " + asked.stacks()
                    + ": only " + limit + " files may be open (ulimit -n)");
        }
        return fitting;
    }

    static Parallelism fitting(Parallelism asked, long limit) {
        long fitting = Math.max(1, (limit - OWN) / A_STACK);
        return fitting < asked.stacks() ? new Parallelism((int) fitting) : asked;
    }

    private static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
