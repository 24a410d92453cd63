package dev.drift.aws.live;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.shared.ConfiguredProvider;
import dev.drift.aws.shared.Loan;
import dev.drift.aws.shared.SentConfiguration;
import dev.drift.aws.state.StateObject;
import dev.drift.code.IacTool;
import dev.drift.code.ProviderUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The providers that objects of a state are read with, by how the state spells who manages them. */
final class Readers {

    private static final Pattern PROVIDER = Pattern.compile("(?:module\\..*\\.)?provider\\[\"([^\"]+)\"](?:\\.[^.]+)?");

    private final Map<String, ConfiguredProvider> providers;
    private final Map<String, String> obstacles;
    private final UnaryOperator<String> key;

    private Readers(
            Map<String, ConfiguredProvider> providers, Map<String, String> obstacles, UnaryOperator<String> key) {
        this.providers = Map.copyOf(providers);
        this.obstacles = Map.copyOf(obstacles);
        this.key = key;
    }

    /** As a plan configured them, one for each address. */
    static Readers of(Loan loan, FullPlan plan) throws NotLiveException {
        Map<String, ConfiguredProvider> providers = new HashMap<>();
        for (SentConfiguration sent : plan.configurations()) {
            try {
                providers.put(sent.source(), loan.configured(sent));
            } catch (ProviderException missing) {
                throw new NotLiveException(String.valueOf(missing.getMessage()));
            }
        }
        return new Readers(providers, Map.of(), Readers::source);
    }

    /**
     * As the code writes them, each alias for itself. Those that modules configure themselves, and those of which the code says
     * more than literals, read nothing.
     *
     * @throws NotLiveException if it is not certain which block of the code belongs to which provider
     */
    static Readers writtenFor(Loan loan) throws NotLiveException {
        if (loan.code().tool() == IacTool.TERRAGRUNT) {
            throw new NotLiveException("Terragrunt writes a part of its code");
        }
        Map<String, ConfiguredProvider> providers = new HashMap<>();
        Map<String, String> obstacles = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ProviderUse use : loan.code().providers()) {
            // Its block may be meant for a provider that is locked under another spelling.
            if (use.lock().isEmpty()) {
                throw new NotLiveException("no lock file names a version of " + use + " that the code accepts");
            }
            String spelled = spelled(use);
            if (!seen.add(spelled)) {
                throw new NotLiveException(use + " is configured under two names");
            }
            if (loan.sources().contains(use.source())) {
                try {
                    providers.put(spelled, loan.configured(use));
                } catch (ProviderException computed) {
                    obstacles.put(spelled, String.valueOf(computed.getMessage()));
                }
            }
        }
        return new Readers(providers, obstacles, UnaryOperator.identity());
    }

    /** As a state spells the provider of an object that the root module, or a module it hands the provider to, declares. */
    private static String spelled(ProviderUse use) {
        return "provider[\"" + use.source() + "\"]"
                + use.alias().map(alias -> "." + alias).orElse("");
    }

    /**
     * The provider that manages an object.
     *
     * @throws NotLiveException if it cannot be read with
     */
    ConfiguredProvider of(StateObject object) throws NotLiveException {
        String spelled = key.apply(object.provider());
        ConfiguredProvider provider = providers.get(spelled);
        if (provider == null) {
            throw new NotLiveException(object.address() + " belongs to a provider that "
                    + (obstacles.containsKey(spelled)
                            ? "cannot be read with: " + obstacles.get(spelled)
                            : "is not shared, or not configured in the root module"));
        }
        return provider;
    }

    /** The address of a provider; empty if that is none. */
    static String source(String spelled) {
        Matcher provider = PROVIDER.matcher(spelled);
        return provider.matches() ? provider.group(1) : "";
    }
}
