package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.WireException;
import dev.drift.code.ProviderUse;
import dev.drift.code.StackCode;
import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What stands behind one lease: the providers it shares, and what the tool told them so far. For any number of threads. */
public final class Loan {

    private static final int CONFIGURATION = 2;

    private final StackCode code;
    private final Map<String, String> environment;
    private final Map<String, LentProvider> lent;
    private final Evidence evidence;

    Loan(StackCode code, Map<String, String> environment, Map<String, LentProvider> lent, Evidence evidence) {
        this.code = requireNonNull(code, "code is null");
        this.environment = Map.copyOf(environment);
        this.lent = Map.copyOf(lent);
        this.evidence = requireNonNull(evidence, "evidence is null");
    }

    /** What the code of the stack says. */
    public StackCode code() {
        return code;
    }

    /** Everything its tool is started with, but for what points it to the shared provider; values may be secrets. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The addresses of the providers, each with its version, sorted. */
    public Set<String> releases() {
        Set<String> releases = new TreeSet<>();
        lent.values().forEach(provider -> releases.add(provider.fleet().origin().toString()));
        return releases;
    }

    /** The addresses of the providers. */
    public Set<String> sources() {
        return lent.keySet();
    }

    /** The configurations that the tool sent, each once, in their order. */
    public List<SentConfiguration> sent() {
        return evidence.configurations();
    }

    /**
     * The provider with a configuration that was sent once, under this lease or an earlier one.
     *
     * @throws ProviderException if it is none of these providers, cannot be had or refuses the configuration
     */
    public ConfiguredProvider configured(SentConfiguration sent) throws ProviderException {
        LentProvider provider = lent.get(sent.source());
        if (provider == null || !provider.fleet().origin().version().equals(sent.version())) {
            throw new ProviderException(sent + " is not shared");
        }
        DynamicValue configuration = DynamicValue.in(sent.request(), CONFIGURATION)
                .orElseThrow(() -> new ProviderException(sent + " was configured with nothing"));
        return configured(provider, configuration, sent.request());
    }

    /**
     * The provider with a configuration as the code of the stack writes it.
     *
     * @param use one of the code's
     * @throws ProviderException if it is none of these providers, is not configured by literals alone, cannot be had or refuses the
     *     configuration
     */
    public ConfiguredProvider configured(ProviderUse use) throws ProviderException {
        LentProvider provider = lent.get(use.source());
        if (provider == null) {
            throw new ProviderException(use + " is not shared");
        }
        Value written;
        try {
            written = provider.known().schema().provider().filled(use.configuration());
        } catch (WireException notLiteral) {
            throw new ProviderException(use + " is not configured by literals alone");
        }
        if (RelativePaths.in(written).isPresent()) {
            throw new ProviderException(use + " is configured with a path that is not absolute");
        }
        DynamicValue configuration = provider.bounded(DynamicValue.of(written));
        byte[] request = new MessageWriter()
                .bytes(CONFIGURATION, configuration.toBytes())
                .toBytes();
        return configured(provider, configuration, Message.of(request));
    }

    private static ConfiguredProvider configured(LentProvider provider, DynamicValue configuration, Message request)
            throws ProviderException {
        String name = provider.fleet().origin().toString();
        String method = ProviderMethod.CONFIGURE.in(provider.known().protocol());
        try {
            Backing backing = provider.fleet().backing(configuration);
            byte[] answer = backing.configure(new ProviderCall(method, request.toBytes()));
            if (Diagnostic.of(ProviderMethod.CONFIGURE, answer).stream().anyMatch(Diagnostic::isError)) {
                throw new ProviderException(name + " refuses its configuration");
            }
            return new ConfiguredProvider(provider.known(), backing);
        } catch (Unanswered failed) {
            throw new ProviderException(
                    name + " cannot be configured: " + failed.status().getCode());
        } catch (WireException unreadable) {
            throw new ProviderException(name + " cannot be configured: " + unreadable.getMessage());
        }
    }
}
