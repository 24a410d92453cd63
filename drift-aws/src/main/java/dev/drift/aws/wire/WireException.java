package dev.drift.aws.wire;

/** A message does not say what its kind should; the text names what is wrong and quotes no value. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
