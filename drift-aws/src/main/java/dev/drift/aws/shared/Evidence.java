package dev.drift.aws.shared;

import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.ProviderSchema;
import dev.drift.aws.wire.SchemaBlock;
import dev.drift.aws.wire.WireException;
import dev.drift.observation.Testimony;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What passed through one lease of the code of its stack: each object is planned with its evaluated configuration beside what
 * was read of it. Memory is bounded: once there is too much, nothing more is heard.
 * What cannot be read is not testified.
 */
final class Evidence {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int TYPE = 1;
    private static final int CHECKED_CONFIGURATION = 2;
    private static final int PRIOR = 2;
    private static final int PLANNED_CONFIGURATION = 4;
    private static final int CONFIGURATION = 2;

    private final long most;
    private final Map<String, Heard> byType = new HashMap<>();
    private final Set<SentConfiguration> configurations = new LinkedHashSet<>();
    private long bytes;

    Evidence() {
        this(MOST_BYTES);
    }

    Evidence(long most) {
        this.most = most;
    }

    /** Keeps how a provider was configured, the same but once. */
    void hear(Origin provider, Message configured, ProviderSchema schema) {
        Value configuration = DynamicValue.in(configured, CONFIGURATION)
                .map(DynamicValue::value)
                .orElse(Value.ofNull());
        SentConfiguration sent = new SentConfiguration(
                provider.source(), provider.version(), configured, Confidential.isIn(schema.provider(), configuration));
        synchronized (this) {
            configurations.add(sent);
        }
    }

    synchronized List<SentConfiguration> configurations() {
        return List.copyOf(configurations);
    }

    /** What was heard of one type, in the order it came. */
    private record Heard(ProviderSchema schema, List<DynamicValue> checked, List<Plan> planned) {}

    /** What an object was planned with. */
    private record Plan(DynamicValue prior, DynamicValue configuration) {}

    /** Listens to a call of a walk that plans. */
    void hear(ProviderCall call, ProviderSchema schema) {
        if (call.is(ProviderMethod.CHECK_RESOURCE, ProviderMethod.PLAN)) {
            try {
                keep(call, Message.of(call.request()), schema);
            } catch (WireException unreadable) {
                // The provider will say so.
            }
        }
    }

    private synchronized void keep(ProviderCall call, Message request, ProviderSchema schema) {
        bytes += call.request().length;
        if (bytes > most) {
            return;
        }
        Heard heard = byType.computeIfAbsent(
                request.text(TYPE), none -> new Heard(schema, new ArrayList<>(), new ArrayList<>()));
        if (call.is(ProviderMethod.CHECK_RESOURCE)) {
            DynamicValue.in(request, CHECKED_CONFIGURATION).ifPresent(heard.checked()::add);
            return;
        }
        Optional<DynamicValue> prior = DynamicValue.in(request, PRIOR);
        Optional<DynamicValue> configuration = DynamicValue.in(request, PLANNED_CONFIGURATION);
        if (prior.isPresent() && configuration.isPresent()) {
            heard.planned().add(new Plan(prior.get(), configuration.get()));
        }
    }

    /** What can be said of the code of the objects that were planned. */
    synchronized List<Testimony> testimonies() {
        List<Testimony> testimonies = new ArrayList<>();
        byType.forEach((type, heard) -> heard.schema()
                .resource(type)
                .ifPresent(schema -> testimonies.addAll(testimonies(type, heard, schema))));
        return testimonies;
    }

    private static List<Testimony> testimonies(String type, Heard heard, SchemaBlock schema) {
        List<Planned> planned = new ArrayList<>();
        for (Plan plan : heard.planned()) {
            Optional<Value> live = read(plan.prior(), schema);
            Optional<Value> configuration = read(plan.configuration(), schema).filter(Value.Fields.class::isInstance);
            if (live.isPresent() && configuration.isPresent()) {
                planned.add(new Planned(live.get(), configuration.get()));
            }
        }
        List<Value> checked = heard.checked().stream()
                .flatMap(configuration -> read(configuration, schema).stream())
                .toList();
        return Planned.asChecked(planned, checked).stream()
                .map(plan -> new Testimony(type, plan.live(), schema.declared(plan.configuration())))
                .toList();
    }

    private static Optional<Value> read(DynamicValue value, SchemaBlock schema) {
        try {
            return Optional.of(schema.restored(value.value()));
        } catch (WireException unreadable) {
            return Optional.empty();
        }
    }
}
