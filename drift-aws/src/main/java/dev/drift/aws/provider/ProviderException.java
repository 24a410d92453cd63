package dev.drift.aws.provider;

/** A provider cannot be had or cannot be started. The message is one line fit for a report, without secrets. */
public final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With what went wrong. */
    public ProviderException(String message) {
        super(message);
    }

    /** With what went wrong, and what told so. */
    public ProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
