package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.util.List;
import java.util.Optional;

/**
 * What a stack is to be looked at with.
 *
 * @param identity who we are
 * @param role the role to assume, if any
 * @param terms on which terms it is assumed
 * @param expected the account the credentials must open, where that is not told by the role
 * @param proven whether STS must know the credentials even if they may open any account
 */
record Wish(Identity identity, Optional<Role> role, SessionTerms terms, Optional<Account> expected, boolean proven) {

    Wish {
        requireNonNull(identity, "identity is null");
        requireNonNull(role, "role is null");
        requireNonNull(terms, "terms is null");
        requireNonNull(expected, "expected is null");
    }

    Wish(Identity identity, Optional<Role> role, SessionTerms terms, Optional<Account> expected) {
        this(identity, role, terms, expected, false);
    }

    Wish proving() {
        return new Wish(identity, role, terms, expected, true);
    }

    Wish assuming(Role other, SessionTerms otherTerms) {
        return new Wish(identity, Optional.of(other), otherTerms, expected, proven);
    }

    Wish expecting(Account account) {
        return new Wish(identity, role, terms, Optional.of(account), proven);
    }

    /** The profile that the identity names; the environment may name another one. */
    Optional<String> profile() {
        return identity instanceof Identity.Profile profile ? Optional.of(profile.name()) : Optional.empty();
    }

    /** What can be known to fail before anything is called. */
    List<Problem> problems() {
        Problems problems = new Problems().addAll(terms.problems());
        Optional<Account> home = role.flatMap(Role::account);
        if (home.isPresent() && expected.isPresent() && !home.equals(expected)) {
            problems.add(Problem.of("Role is in account " + home.get() + " where " + expected.get() + " is expected"));
        }
        if (identity instanceof Identity.GitHub) {
            if (role.isPresent() && home.or(this::expected).isEmpty()) {
                problems.add(Problem.of(
                        "Role \"" + role.get().name() + "\" needs an account: a token of GitHub has none of its own"));
            }
            if (!terms.tags().isEmpty() || terms.externalId().isPresent()) {
                problems.add(Problem.of("Session tags and external ids are not for tokens of GitHub"));
            }
        }
        return problems.all();
    }
}
