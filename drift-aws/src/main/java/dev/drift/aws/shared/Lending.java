package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.provider.ProviderRelease;
import dev.drift.aws.provider.ProviderSearch;
import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.ProviderLock;
import dev.drift.code.StackCode;
import dev.drift.observation.EnvironmentLease;
import dev.drift.stack.Stack;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes one lease for one stack. */
final class Lending {

    private static final String SHARED = "shared";
    private static final String PLAIN = "plain";

    private final Stack stack;
    private final EnvironmentLease below;
    private final SharedSettings settings;
    private final Loans loans;
    private final Map<String, String> environment;

    Lending(Stack stack, EnvironmentLease below, SharedSettings settings, Loans loans) {
        this.stack = stack;
        this.below = below;
        this.settings = settings;
        this.loans = loans;
        this.environment = new HashMap<>(settings.environment());
        this.environment.putAll(below.variables());
    }

    /** Where everything is, once it is needed. */
    @FunctionalInterface
    interface Opening {
        Station open() throws ProviderException;
    }

    EnvironmentLease lease(CodeReader reader, Opening opening) {
        StackCode code;
        try {
            code = reader.read(stack.directory());
        } catch (CodeException unreadable) {
            return plain("its code cannot be read");
        }
        Map<String, Optional<ProviderLock>> sources = new TreeMap<>();
        code.providers().stream()
                .filter(use -> settings.sources().contains(use.source()))
                .forEach(use -> sources.merge(use.source(), use.lock(), (one, other) -> one.or(() -> other)));
        if (sources.isEmpty()) {
            return below;
        }
        Optional<String> obstacle = Obstacles.to(code, stack, environment);
        return obstacle.isPresent() ? plain(obstacle.get()) : shared(code, sources, opening);
    }

    private EnvironmentLease shared(StackCode code, Map<String, Optional<ProviderLock>> sources, Opening opening) {
        try {
            return shared(code, sources, opening.open());
        } catch (ProviderException missing) {
            return plain(String.valueOf(missing.getMessage()));
        } catch (Unanswered failed) {
            return plain(failed.doubt().orElse("the shared provider gave no schema"));
        }
    }

    private EnvironmentLease shared(StackCode code, Map<String, Optional<ProviderLock>> sources, Station station)
            throws ProviderException, Unanswered {
        Withdrawal withdrawal = new Withdrawal();
        Evidence evidence = new Evidence();
        Map<String, LentProvider> lent = new TreeMap<>();
        Optional<Set<String>> types = types(code);
        for (Map.Entry<String, Optional<ProviderLock>> source : sources.entrySet()) {
            ProviderLock lock = source.getValue()
                    .orElseThrow(() -> new ProviderException(
                            "no lock file names a version of " + source.getKey() + " that the code accepts"));
            Fleet fleet = station.fleet(
                    new ProviderRelease(source.getKey(), lock.version(), lock.hashes()),
                    new ProviderSearch(code.tool(), stack.directory(), environment));
            KnownSchema schema = station.schema(fleet);
            lent.put(source.getKey(), new LentProvider(fleet, schema, types, evidence, withdrawal, settings.retries()));
        }
        Loan loan = new Loan(code, environment, lent, evidence);
        Counter counter = new Counter(station, code.tool(), lent, withdrawal);
        EnvironmentLease lease = EnvironmentLease.over(below)
                .lending(ToolArguments.hurrying(environment))
                .lending(Collecting.seldom(environment))
                .making(counter::open)
                .named(SHARED)
                .testifying(evidence::testimonies)
                .doubting(Doubts::about)
                .releasing(() -> {
                    loans.remove(loan);
                    counter.close();
                })
                .build();
        loans.add(lease, loan);
        withdrawal.of(lease);
        return lease;
    }

    /** What the stack names and what its state holds; empty if one of them is not known as a whole. */
    private Optional<Set<String>> types(StackCode code) {
        if (!code.ignores().unseen().isEmpty()) {
            return Optional.empty();
        }
        return settings.stateTypes().types(stack, code, environment).map(held -> {
            Set<String> all = new TreeSet<>(code.resourceTypes());
            all.addAll(held);
            return all;
        });
    }

    private EnvironmentLease plain(String reason) {
        return EnvironmentLease.over(below)
                .named(PLAIN)
                .noting("planned with a provider of its own: " + reason)
                .build();
    }
}
