package dev.drift.terramate.code;

import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the files of one module declare; a later declaration of the same thing overrides an earlier one part by part. */
final class Declarations {

    private final Set<String> types = new TreeSet<>();
    private final Map<String, Expression> ignores = new TreeMap<>();
    private final Map<String, Expression> modules = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<ProviderName, Map<String, Value>> providers = new TreeMap<>();
    private final Map<String, List<String>> requirements = new TreeMap<>();
    private Optional<Block> backend = Optional.empty();

    /** A provider by its name in the module and its alias, which is empty for the default configuration. */
    record ProviderName(String name, String alias) implements Comparable<ProviderName> {
        @Override
        public int compareTo(ProviderName other) {
            int byName = name.compareTo(other.name);
            return byName == 0 ? alias.compareTo(other.alias) : byName;
        }
    }

    void add(Body file) {
        file.blocks().forEach(this::add);
    }

    /** The managed and data types named. */
    Set<String> types() {
        return types;
    }

    /** The {@code ignore_changes} by the address of the resource in the module. */
    Map<String, Expression> ignores() {
        return ignores;
    }

    /** The sources of the modules called, by the name of the call. */
    Map<String, Expression> modules() {
        return modules;
    }

    /** The sources of providers by their names, as {@code required_providers} spells them. */
    Map<String, String> sources() {
        return sources;
    }

    /** The constraints on the versions of providers by their names; {@code required_providers} and old provider blocks have them. */
    Map<String, List<String>> requirements() {
        return requirements;
    }

    /** The configurations of providers, without their alias. */
    Map<ProviderName, Map<String, Value>> providers() {
        return providers;
    }

    /** The {@code backend} or {@code cloud} block. */
    Optional<Block> backend() {
        return backend;
    }

    private void add(Block block) {
        List<String> labels = block.labels();
        switch (block.type()) {
            case "resource" -> {
                if (labels.size() == 2) {
                    types.add(labels.get(0));
                    addIgnores(labels.get(0) + "." + labels.get(1), block.body());
                }
            }
            case "data", "ephemeral", "action", "list" -> block.label(0).ifPresent(types::add);
            case "check" -> block.body().blocks("data").forEach(this::add);
            case "module" ->
                block.label(0)
                        .ifPresent(name -> block.body()
                                .attribute("source")
                                .ifPresent(source -> modules.put(name, source.expression())));
            case "provider" -> block.label(0).ifPresent(name -> addProvider(name, block.body()));
            case "terraform" -> addSettings(block.body());
            default -> {}
        }
    }

    private void addIgnores(String address, Body resource) {
        resource.blocks("lifecycle").stream()
                .flatMap(lifecycle -> lifecycle.body().attribute("ignore_changes").stream())
                .forEach(attribute -> ignores.put(address, attribute.expression()));
    }

    private void addProvider(String name, Body body) {
        Map<String, Value> configuration = new LinkedHashMap<>(Literals.of(body));
        Optional<String> literal = Literals.text(body, "alias");
        String alias = literal.orElse("");
        // One that is computed stays, so that the configuration is not taken for the default one.
        literal.ifPresent(named -> configuration.remove("alias"));
        Literals.text(body, "version").ifPresent(version -> require(name, version));
        providers
                .computeIfAbsent(new ProviderName(name, alias), unused -> new LinkedHashMap<>())
                .putAll(configuration);
    }

    private void addSettings(Body body) {
        for (Block block : body.blocks()) {
            switch (block.type()) {
                case "backend", "cloud" -> backend = Optional.of(block);
                case "required_providers" -> block.body().attributes().values().forEach(this::addSource);
                default -> {}
            }
        }
    }

    private void addSource(Attribute attribute) {
        Value requirement = Literals.of(attribute.expression());
        requirement.field("source").text().ifPresent(source -> sources.put(attribute.name(), source));
        requirement
                .field("version")
                .text()
                .or(requirement::text)
                .ifPresent(version -> require(attribute.name(), version));
    }

    private void require(String provider, String version) {
        requirements.computeIfAbsent(provider, none -> new ArrayList<>()).add(version);
    }
}
