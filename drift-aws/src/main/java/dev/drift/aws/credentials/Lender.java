package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays credentials over what lies below. Whatever else could say who we are is set to nothing: the AWS provider takes keys
 * before a profile, but stops where the profile does not exist, and older ones take the profile first.
 */
final class Lender implements AutoCloseable {

    private static final String REGION = "AWS_REGION";
    private static final List<String> RIVALS = List.of(
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_ROLE_ARN",
            "AWS_ROLE_SESSION_NAME",
            "AWS_WEB_IDENTITY_TOKEN_FILE");

    private final Setting setting;
    private final Wallet wallet;

    Lender(Setting setting) {
        this.setting = requireNonNull(setting);
        this.wallet = new Wallet(setting.clock());
    }

    EnvironmentLease lease(Stack stack, Wish wish) throws ProbeException {
        EnvironmentLease below = setting.below().lease(stack);
        try {
            return EnvironmentLease.over(below)
                    .lending(variables(stack, wish, below))
                    .build();
        } catch (ProbeException | RuntimeException | Error failed) {
            below.close();
            throw failed;
        }
    }

    /** What lies below, with nothing laid over it. */
    EnvironmentLease below(Stack stack) throws ProbeException {
        return setting.below().lease(stack);
    }

    @Override
    public void close() {
        try {
            wallet.close();
        } finally {
            setting.below().close();
        }
    }

    private Map<String, String> variables(Stack stack, Wish wish, EnvironmentLease below) throws ProbeException {
        Map<String, String> all = new HashMap<>(setting.surroundings());
        all.putAll(below.variables());
        AwsVariables variables = new AwsVariables(all);
        Place place = Place.of(stack, setting.region(), variables, wish.profile());
        Credentials credentials = wallet.credentials(new Claim(wish, variables, place));
        Map<String, String> lent = new HashMap<>();
        RIVALS.stream().filter(name -> variables.first(name).isPresent()).forEach(name -> lent.put(name, ""));
        lostRegion(wish, variables).ifPresent(region -> lent.put(REGION, region));
        lent.put("AWS_ACCESS_KEY_ID", credentials.keyId().reveal());
        lent.put("AWS_SECRET_ACCESS_KEY", credentials.key().reveal());
        lent.put("AWS_SESSION_TOKEN", credentials.token().map(Secret::reveal).orElse(""));
        return lent;
    }

    /** The region that a profile sets, which is no longer seen once the profile is not. */
    private static Optional<String> lostRegion(Wish wish, AwsVariables variables) throws ProbeException {
        Optional<String> profile = wish.profile().or(variables::profile);
        return profile.isEmpty() || variables.region().isPresent()
                ? Optional.empty()
                : new Profiles(variables).region(profile);
    }
}
