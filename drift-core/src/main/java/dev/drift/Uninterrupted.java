package dev.drift;

import java.util.function.Supplier;

/** Does what an interrupted thread cannot, such as writing a file; the thread is interrupted again afterwards. */
final class Uninterrupted {

    private Uninterrupted() {}

    static void run(Runnable work) {
        doing(() -> {
            work.run();
            return true;
        });
    }

    static <T> T doing(Supplier<T> work) {
        boolean cancelled = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (cancelled) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
