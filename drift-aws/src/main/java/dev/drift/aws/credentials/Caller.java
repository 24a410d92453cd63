package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials are, as AWS sees it.
 *
 * @param session the role whose session they are, by its name without a path; empty for users and for others
 */
record Caller(String partition, Account account, Optional<String> session) {

    private static final Pattern SESSION = Pattern.compile("arn:[^:]+:sts::[0-9]{12}:assumed-role/([^/]+)/.+");

    Caller {
        requireNonNull(partition, "partition is null");
        requireNonNull(account, "account is null");
        requireNonNull(session, "session is null");
    }

    /** Whoever the credentials of an account are of. */
    Caller(String partition, Account account) {
        this(partition, account, Optional.empty());
    }

    /** What AWS answered, nothing included. */
    static Caller of(@Nullable String account, @Nullable String arn) throws ProbeException {
        if (account == null || arn == null || Account.complaint(account).isPresent() || !arn.startsWith("arn:")) {
            throw new ProbeException(ProbePhase.INIT, "STS does not say which account the credentials are of");
        }
        Matcher session = SESSION.matcher(arn);
        return new Caller(
                arn.split(":", 3)[1],
                Account.of(account),
                session.matches() ? Optional.of(session.group(1)) : Optional.empty());
    }

    /**
     * Whether they are a session of this role already. AWS leaves the path of a role out when it names a session; an account has
     * only one role of a name, whatever the path.
     */
    boolean isIn(Role role) {
        return session.filter(role.lastName()::equals).isPresent()
                && partition.equals(role.partition().orElse(partition))
                && account.equals(role.account().orElse(account));
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
