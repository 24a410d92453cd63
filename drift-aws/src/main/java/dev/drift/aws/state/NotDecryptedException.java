package dev.drift.aws.state;

/** An encrypted state stays closed to us. The message is the end of a sentence and free of secrets. */
final class NotDecryptedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotDecryptedException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
