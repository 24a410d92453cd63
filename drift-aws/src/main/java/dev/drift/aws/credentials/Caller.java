package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import org.jspecify.annotations.Nullable;

/** Whose credentials are, as AWS sees it. */
record Caller(String partition, Account account) {

    Caller {
        requireNonNull(partition, "partition is null");
        requireNonNull(account, "account is null");
    }

    /** What AWS answered, nothing included. */
    static Caller of(@Nullable String account, @Nullable String arn) throws ProbeException {
        if (account == null || arn == null || Account.complaint(account).isPresent() || !arn.startsWith("arn:")) {
            throw new ProbeException(ProbePhase.INIT, "STS does not say which account the credentials are of");
        }
        return new Caller(arn.split(":", 3)[1], Account.of(account));
    }

    /** Credentials of another account would show nothing, or the wrong things. */
    void expect(Account expected) throws ProbeException {
        if (!account.equals(expected)) {
            throw new ProbeException(
                    ProbePhase.INIT,
                    "the credentials are of account " + account + " and not of " + expected
                            + ", which is expected; nothing was read");
        }
    }
}
