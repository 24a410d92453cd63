package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Leases a stack the temporary credentials of a role, as variables that win over whatever else the environment says of who we
 * are; a provider block that names keys, a profile or a role still has the last word. Stacks with the same role in the same
 * region share their credentials, which are renewed when less than a third of their life is left. Nothing is leased before STS
 * said that they open the account of the role. STS is asked in the region of the stack. A lease that cannot be had is a
 * {@link ProbeException} in the phase {@code init}.
 *
 * <p>Who is in the role already, as a job that has taken it is, keeps the session it has, with its name and its end, unless
 * sessions are to be tagged.
 *
 * <p>Safe for use by several threads. Once closed it has forgotten all credentials, and obtains them anew when it is asked.
 */
public final class AssumedRoles implements EnvironmentSource {

    private final Function<Stack, Optional<Wish>> wishes;
    private final Lender lender;

    private AssumedRoles(Function<Stack, Optional<Wish>> wishes, Setting setting) {
        this.wishes = wishes;
        this.lender = new Lender(setting);
    }

    /** The role of this name in the account of the ambient credentials, for every stack. */
    public static AssumedRoles named(String role) {
        return taking(role).build();
    }

    /** Starts with one role for every stack, by its ARN or by its name. */
    public static Builder taking(String role) {
        return new Builder(Optional.of(role), stack -> Optional.of(Role.of(role)));
    }

    /** Starts with the role of each stack, for environments in accounts of their own. Asked from several threads. */
    public static Builder taking(Function<Stack, Role> roles) {
        requireNonNull(roles, "roles is null");
        return new Builder(Optional.empty(), stack -> Optional.of(roles.apply(stack)));
    }

    /** Starts with the role of each stack that has one; others keep what lies below. Asked from several threads. */
    public static Builder takingWherePresent(Function<Stack, Optional<Role>> roles) {
        return new Builder(Optional.empty(), requireNonNull(roles, "roles is null"));
    }

    @Override
    public EnvironmentLease lease(Stack stack) throws ProbeException {
        Optional<Wish> wish = wishes.apply(stack);
        return wish.isPresent() ? lender.lease(stack, wish.get()) : lender.below(stack);
    }

    @Override
    public void close() {
        lender.close();
    }

    /** Describes how roles are assumed. Not safe for use by several threads. */
    public static final class Builder {

        private final Optional<String> only;
        private final Function<Stack, Optional<Role>> roles;
        private Setting setting = Setting.ofThisProcess();
        private Identity identity = Identity.ambient();
        private SessionTerms terms = SessionTerms.STANDARD;
        private Optional<String> expected = Optional.empty();
        private Optional<String> environmentTag = Optional.empty();

        private Builder(Optional<String> only, Function<Stack, Optional<Role>> roles) {
            this.only = only;
            this.roles = roles;
        }

        /** Who assumes the role; the ambient identity if nothing is said. */
        public Builder from(Identity other) {
            identity = requireNonNull(other, "identity is null");
            return this;
        }

        /** Knows the identity from what this source leases, over the environment; the source is closed with this one. */
        public Builder over(EnvironmentSource below) {
            setting = setting.over(below);
            return this;
        }

        /** Uses this environment in place of that of this process. */
        public Builder within(Map<String, String> environment) {
            setting = setting.within(environment);
            return this;
        }

        /** Asks STS in this region for stacks that are in none. */
        public Builder near(Region region) {
            setting = setting.near(region);
            return this;
        }

        /** Accepts credentials of this account only: twelve digits. A role's ARN names its account already. */
        public Builder expecting(String account) {
            expected = Optional.of(account);
            return this;
        }

        /** Calls the session so in CloudTrail; {@code drift} if nothing is said. */
        public Builder called(String session) {
            terms = terms.named(session);
            return this;
        }

        /** Shows this external id, which the role's trust policy asks for. */
        public Builder showing(String externalId) {
            terms = terms.withExternalId(externalId);
            return this;
        }

        /** Marks the session with a tag; the role's trust policy must allow {@code sts:TagSession}. */
        public Builder tagging(String key, String value) {
            terms = terms.tagged(key, value);
            return this;
        }

        /** Marks the session with the environment of the stack, where it is in one. */
        public Builder taggingEnvironments(String key) {
            environmentTag = Optional.of(key);
            return this;
        }

        /** Asks for credentials that last so long: 15 minutes to 12 hours, an hour if nothing is said. */
        public Builder lasting(Duration duration) {
            terms = terms.lasting(duration);
            return this;
        }

        /** Tells by this clock when credentials expire. */
        public Builder timedBy(Clock clock) {
            setting = setting.timedBy(clock);
            return this;
        }

        /**
         * The source. Nothing is called before a stack asks for a lease.
         *
         * @throws InvalidConfigException with everything that is wrong with what was said
         */
        public AssumedRoles build() {
            Problems problems = new Problems();
            Optional<Account> account = Reading.of(expected, Account::of, problems);
            Optional<Role> role = Reading.of(only, Role::of, problems);
            SessionTerms all = environmentTag.map(key -> terms.tagged(key, "")).orElse(terms);
            problems.addAll(new Wish(identity, role, all, account).problems());
            problems.throwIfAny();
            Wish wish = new Wish(identity, role, terms, account);
            Function<Stack, Optional<Role>> wanted = roles;
            Optional<String> tag = environmentTag;
            return new AssumedRoles(
                    stack -> wanted.apply(stack).map(taken -> wish.assuming(taken, tagged(stack, wish.terms(), tag))),
                    setting);
        }

        private static SessionTerms tagged(Stack stack, SessionTerms terms, Optional<String> key) {
            Optional<Environment> environment = Environment.of(stack);
            return key.isEmpty() || environment.isEmpty()
                    ? terms
                    : terms.tagged(key.get(), environment.get().name());
        }
    }
}
