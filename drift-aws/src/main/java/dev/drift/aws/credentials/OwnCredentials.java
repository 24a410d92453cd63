package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.estate.Region;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Leases a stack the credentials of an identity as they are, once STS said that they open the expected account: what was
 * checked is what is used. They are asked for anew when less than a third of their life is left. A lease that cannot be had is
 * a {@link ProbeException} in the phase {@code init}.
 *
 * <p>Safe for use by several threads. Once closed it has forgotten all credentials, and finds them anew when it is asked.
 */
public final class OwnCredentials implements EnvironmentSource {

    private final Function<Stack, Wish> wishes;
    private final Lender lender;

    private OwnCredentials(Function<Stack, Wish> wishes, Setting setting) {
        this.wishes = wishes;
        this.lender = new Lender(setting);
    }

    /** The ambient credentials, which must open this account: twelve digits. */
    public static OwnCredentials expecting(String account) {
        return of(Identity.ambient()).expecting(account).build();
    }

    /** Starts with the credentials of an identity. */
    public static Builder of(Identity identity) {
        return new Builder(identity);
    }

    @Override
    public EnvironmentLease lease(Stack stack) throws ProbeException {
        return lender.lease(stack, wishes.apply(stack));
    }

    @Override
    public void close() {
        lender.close();
    }

    /** Describes which credentials are leased. Not safe for use by several threads. */
    public static final class Builder {

        private final Identity identity;
        private Setting setting = Setting.ofThisProcess();
        private Optional<String> only = Optional.empty();
        private Optional<Function<Stack, Account>> each = Optional.empty();
        private boolean proven;

        private Builder(Identity identity) {
            this.identity = requireNonNull(identity, "identity is null");
        }

        /** Accepts credentials of this account only: twelve digits. */
        public Builder expecting(String account) {
            only = Optional.of(account);
            each = Optional.empty();
            return this;
        }

        /** Accepts credentials of the account of each stack only. Asked from several threads. */
        public Builder expecting(Function<Stack, Account> accounts) {
            only = Optional.empty();
            each = Optional.of(accounts);
            return this;
        }

        /** Asks STS whose they are before they are leased, whichever account that is: keys that are no longer valid are refused. */
        public Builder proving() {
            proven = true;
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
        public OwnCredentials build() {
            Problems problems = new Problems();
            Optional<Account> account = Reading.of(only, Account::of, problems);
            if (identity instanceof Identity.GitHub) {
                problems.add(Problem.of("A token of GitHub is no credentials: it needs a role to assume"));
            }
            problems.throwIfAny();
            Optional<Function<Stack, Account>> accounts = each;
            Wish plain = new Wish(identity, Optional.empty(), SessionTerms.STANDARD, account);
            Wish wish = proven ? plain.proving() : plain;
            return new OwnCredentials(
                    stack -> accounts.map(of -> wish.expecting(of.apply(stack))).orElse(wish), setting);
        }
    }
}
