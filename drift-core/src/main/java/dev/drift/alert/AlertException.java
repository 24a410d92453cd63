package dev.drift.alert;

/** Somebody could not be told. The message says why in one line, free of secrets. */
public sealed class AlertException extends Exception permits ForgottenException {
    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public AlertException(String reason) {
        super(reason);
    }

    /** With the reason and what lay beneath it. */
    public AlertException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Others are telling a route, and it is not waited for them any longer. */
    public static AlertException othersTell(String route) {
        return new AlertException("others are telling the route " + route + " all the time");
    }

    /** The reason. */
    public final String reason() {
        return String.valueOf(getMessage());
    }
}
