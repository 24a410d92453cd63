package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderCallException;
import dev.drift.aws.provider.ProviderException;
import io.grpc.Status;
import java.util.Optional;

/**
 * A call of a tool that gets a status in place of an answer.
 *
 * <p>The doubt, if there is one, is why the lease is not to be trusted any longer.
 */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Status status;
    private final transient Optional<String> doubt;

    private Unanswered(Status status, Optional<String> doubt) {
        super(status.getCode().name());
        this.status = status;
        this.doubt = doubt;
    }

    /** The provider itself answered with a status; its words are the tool's to print. */
    static Unanswered because(ProviderCallException failed) {
        return new Unanswered(
                Status.fromCodeValue(failed.status()).withDescription(failed.description()), Optional.empty());
    }

    /** There is no provider to ask. */
    static Unanswered because(ProviderException missing) {
        String why = String.valueOf(missing.getMessage());
        return new Unanswered(Status.UNAVAILABLE.withDescription(why), Optional.of(why));
    }

    /** The caller went away, so nobody hears this. */
    static Unanswered cancelled() {
        return new Unanswered(Status.CANCELLED, Optional.empty());
    }

    /** The provider cannot be worked with any longer. */
    static Unanswered unavailable(String why) {
        return new Unanswered(Status.UNAVAILABLE.withDescription(why), Optional.of(why));
    }

    /** Something that must not pass here. */
    static Unanswered refused(String why) {
        return new Unanswered(Status.PERMISSION_DENIED.withDescription(why), Optional.of(why));
    }

    /** Something that cannot be at this point of a conversation. */
    static Unanswered untimely(String why) {
        return new Unanswered(Status.FAILED_PRECONDITION.withDescription(why), Optional.of(why));
    }

    /** Something this server has no part in. */
    static Unanswered unimplemented(String method) {
        return new Unanswered(Status.UNIMPLEMENTED.withDescription(method + " is not offered here"), Optional.empty());
    }

    Status status() {
        return status;
    }

    Optional<String> doubt() {
        return doubt;
    }
}
