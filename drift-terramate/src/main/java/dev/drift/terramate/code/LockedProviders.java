package dev.drift.terramate.code;

import dev.drift.code.ProviderLock;
import dev.drift.code.ProviderUse;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.project.RequiredVersion;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The dependency lock file: what it says of providers, by their addresses. */
record LockedProviders(Map<String, ProviderLock> locks) {

    LockedProviders {
        locks = Collections.unmodifiableMap(new TreeMap<>(locks));
    }

    /** What the lock file says; nothing if there is none. */
    static LockedProviders of(Optional<CodeFile> lockFile) {
        Map<String, ProviderLock> locks = new TreeMap<>();
        for (var block : lockFile.map(CodeFile::body).map(Body::blocks).orElse(List.of())) {
            if (block.type().equals("provider") && block.label(0).isPresent()) {
                Literals.text(block.body(), "version")
                        .ifPresent(version ->
                                locks.put(block.labels().get(0), new ProviderLock(version, hashes(block.body()))));
            }
        }
        return new LockedProviders(locks);
    }

    /**
     * Without the versions that the code does not accept. A tool refuses to plan with them, so nobody else may take them for
     * what is to be used either.
     */
    LockedProviders acceptedBy(Collection<Declarations> modules, String registry) {
        Map<String, ProviderLock> accepted = new TreeMap<>(locks);
        for (Declarations module : modules) {
            module.requirements().forEach((name, versions) -> {
                String source = source(module, name, registry);
                if (locks.containsKey(source)
                        && !versions.stream().allMatch(version -> accepts(version, locks.get(source)))) {
                    accepted.remove(source);
                }
            });
        }
        return new LockedProviders(accepted);
    }

    private static boolean accepts(String required, ProviderLock lock) {
        try {
            return RequiredVersion.parse(required).accepts(lock.version());
        } catch (IllegalArgumentException unusual) {
            // Candidates of versions, and what is no constraint: the tool knows better.
            return false;
        }
    }

    private String source(Declarations module, String name, String registry) {
        return address(module.sources().getOrDefault(name, "hashicorp/" + name).toLowerCase(Locale.ROOT), registry);
    }

    private static Set<String> hashes(Body provider) {
        return Literals.of(provider).getOrDefault("hashes", Value.ofNull()).items().stream()
                .flatMap(hash -> hash.text().stream())
                .collect(Collectors.toSet());
    }

    /** The providers that a module configures, and those that are locked without being configured. */
    List<ProviderUse> uses(Declarations module, String registry) {
        List<ProviderUse> uses = new ArrayList<>();
        Set<String> configured = new HashSet<>();
        module.providers().forEach((provider, configuration) -> {
            String source = source(module, provider.name(), registry);
            configured.add(source);
            uses.add(new ProviderUse(
                    source,
                    Optional.of(provider.alias()).filter(alias -> !alias.isEmpty()),
                    Optional.ofNullable(locks.get(source)),
                    configuration));
        });
        locks.forEach((source, lock) -> {
            if (!configured.contains(source)) {
                uses.add(new ProviderUse(source, Optional.empty(), Optional.of(lock), Map.of()));
            }
        });
        uses.sort(Comparator.comparing(ProviderUse::source)
                .thenComparing(use -> use.alias().orElse("")));
        return uses;
    }

    /** A source without a host belongs to the registry of the tool, unless the lock file knows it from one other alone. */
    private String address(String source, String registry) {
        String[] parts = source.split("/", -1);
        if (parts.length > 2) {
            return source;
        }
        String named = parts.length == 1 ? "hashicorp/" + source : source;
        String usual = registry + "/" + named;
        List<String> locked = locks.keySet().stream()
                .filter(address -> address.endsWith("/" + named))
                .toList();
        return locked.size() == 1 && !locks.containsKey(usual) ? locked.get(0) : usual;
    }
}
