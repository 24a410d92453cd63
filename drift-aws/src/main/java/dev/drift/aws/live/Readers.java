package dev.drift.aws.live;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.shared.ConfiguredProvider;
import dev.drift.aws.shared.Loan;
import dev.drift.aws.shared.SentConfiguration;
import dev.drift.code.IacTool;
import dev.drift.code.ProviderUse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The providers that objects of a state are read with, by how the state spells who manages them. */
final class Readers {

    private static final Pattern PROVIDER = Pattern.compile("(?:module\\..*\\.)?provider\\[\"([^\"]+)\"](?:\\.[^.]+)?");

    private final Map<String, ConfiguredProvider> providers;
    private final UnaryOperator<String> key;

    private Readers(Map<String, ConfiguredProvider> providers, UnaryOperator<String> key) {
        this.providers = Map.copyOf(providers);
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
        return new Readers(providers, Readers::source);
    }

    /**
     * As the code writes them, each alias for itself. Those that modules configure themselves, and those of which the code says
     * more than literals, read nothing.
     */
    static Readers writtenFor(Loan loan) throws NotLiveException {
        if (loan.code().tool() == IacTool.TERRAGRUNT) {
            throw new NotLiveException("Terragrunt writes a part of its code");
        }
        Map<String, ConfiguredProvider> providers = new HashMap<>();
        NotLiveException none = new NotLiveException("its code configures no provider that is shared");
        for (ProviderUse use : loan.code().providers()) {
            if (loan.sources().contains(use.source())) {
                try {
                    providers.put(spelled(use), loan.configured(use));
                } catch (ProviderException computed) {
                    none = new NotLiveException(String.valueOf(computed.getMessage()));
                }
            }
        }
        if (providers.isEmpty()) {
            throw none;
        }
        return new Readers(providers, UnaryOperator.identity());
    }

    /** As a state spells the provider of an object that the root module, or a module it hands the provider to, declares. */
    private static String spelled(ProviderUse use) {
        return "provider[\"" + use.source() + "\"]"
                + use.alias().map(alias -> "." + alias).orElse("");
    }

    Optional<ConfiguredProvider> of(String spelled) {
        return Optional.ofNullable(providers.get(key.apply(spelled)));
    }

    /** The address of a provider; empty if that is none. */
    static String source(String spelled) {
        Matcher provider = PROVIDER.matcher(spelled);
        return provider.matches() ? provider.group(1) : "";
    }
}
