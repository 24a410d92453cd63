package dev.drift.it.fake;

/** What AWS can do instead of answering. */
public enum Fault {
    DENIED(403, "AccessDeniedException"),
    /** Of all calls alike: it no longer knows who asks. */
    EXPIRED(403, "ExpiredTokenException"),
    THROTTLED(429, "ThrottlingException"),
    BROKEN(500, "InternalFailure"),
    /** Says that all is well and then something nobody can read. */
    GARBAGE(200, ""),
    /** Takes the request and says nothing, for as long as the fault lasts. */
    SILENT(200, "");

    private final int status;
    private final String code;

    Fault(int status, String code) {
        this.status = status;
        this.code = code;
    }

    Reply reply(Request request) {
        return switch (this) {
            case GARBAGE -> new Reply(status, "%!@#$ nothing of this is an answer");
            case DENIED, EXPIRED, THROTTLED, BROKEN, SILENT ->
                Reply.error(request, status, code, "told to fail: " + this);
        };
    }
}
