package dev.drift.aws.live;

/** A stack must be planned. The message says why, in words that may stand behind "planned:", free of secrets. */
final class NotLiveException extends Exception {
    private static final long serialVersionUID = 1L;

    NotLiveException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
