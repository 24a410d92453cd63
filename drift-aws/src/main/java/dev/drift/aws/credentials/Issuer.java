package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.util.Optional;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Obtains what is claimed, and hands nothing out before the account it opens is known to be the right one. */
final class Issuer {

    private final Sts sts;
    private final Ambience ambience;

    Issuer(Sts sts, Ambience ambience) {
        this.sts = requireNonNull(sts);
        this.ambience = requireNonNull(ambience);
    }

    Credentials issue(Claim claim) throws ProbeException {
        Wish wish = claim.wish();
        if (wish.role().isEmpty()) {
            Credentials own = ambience.credentials(claim);
            if (wish.expected().isPresent() || wish.proven()) {
                Caller caller = sts.caller(claim.place(), own);
                caller.expect(wish.expected().orElse(caller.account()));
            }
            return own;
        }
        return wish.identity() instanceof Identity.GitHub gitHub
                ? byToken(claim, wish.role().get(), gitHub)
                : byOwnCredentials(claim, wish.role().get());
    }

    private Credentials byToken(Claim claim, Role role, Identity.GitHub gitHub) throws ProbeException {
        Wish wish = claim.wish();
        Account account = role.account()
                .or(wish::expected)
                .orElseThrow(() -> new ProbeException(
                        ProbePhase.INIT,
                        "role " + role.name() + " needs an account: a token of GitHub has none of its own"));
        Caller home = new Caller(partition(claim.place()), account);
        home.expect(wish.expected().orElse(account));
        Credentials session = sts.assume(
                claim.place(),
                GitHubToken.of(claim.variables(), gitHub.audience()),
                role.arn(home.partition(), account),
                wish.terms().name(),
                Optional.of(wish.terms().duration()));
        return checked(claim, session, account);
    }

    /**
     * A role without an account is one of our own account, so that one must be the expected one. A role that we are in already is
     * not taken: it would have to trust itself. Only a session that must bear tags is one of its own.
     */
    private Credentials byOwnCredentials(Claim claim, Role role) throws ProbeException {
        Credentials own = ambience.credentials(claim);
        Optional<Caller> caller = caller(claim, role, own);
        Caller home = role.account()
                .map(account -> new Caller(partition(claim.place()), account))
                .or(() -> caller)
                .orElseThrow();
        home.expect(claim.wish().expected().orElse(home.account()));
        if (caller.filter(ours -> ours.isIn(role)).isPresent()
                && claim.wish().terms().tags().isEmpty()) {
            return own;
        }
        String arn = role.arn(home.partition(), home.account());
        return checked(claim, sts.assume(claim.place(), own, arn, claim.wish().terms()), home.account());
    }

    /** Who we are, where that matters: keys without a token are no session of a role. */
    private Optional<Caller> caller(Claim claim, Role role, Credentials own) throws ProbeException {
        return role.account().isPresent() && own.token().isEmpty()
                ? Optional.empty()
                : Optional.of(sts.caller(claim.place(), own));
    }

    private Credentials checked(Claim claim, Credentials session, Account expected) throws ProbeException {
        sts.caller(claim.place(), session).expect(expected);
        return session;
    }

    private static String partition(Place place) {
        return PartitionMetadata.of(Region.of(place.region().name())).id();
    }
}
