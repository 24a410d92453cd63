package dev.drift.diagnosis;

import dev.drift.value.Difference;
import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How bad a difference is, by what it does and not by the action (design 5.7). */
final class SeverityScale {

    private static final Set<Value> WORLD = Set.of(Value.of("0.0.0.0/0"), Value.of("::/0"));
    private static final Set<Value> OFF = Set.of(
            Value.of(false),
            Value.of("false"),
            Value.of("NONE"),
            Value.of("none"),
            Value.of("Disabled"),
            Value.of("DISABLED"));
    private static final Pattern GUARD = Pattern.compile("(.*[._])?(block|restrict|ignore)_public.*");

    private SeverityScale() {}

    /** How bad it is that the first side became the second. */
    static Severity of(TypeFacts facts, Difference difference) {
        if (facts.has(Trait.LABEL, difference.path())) {
            return Severity.LOW;
        }
        Optional<Trait> security = facts.security(difference.path());
        if (opensToTheWorld(difference) && security.isPresent()) {
            return Severity.CRITICAL;
        }
        return security.map(trait -> isWorst(trait, difference) ? Severity.CRITICAL : Severity.HIGH)
                .orElse(Severity.MEDIUM);
    }

    private static boolean isWorst(Trait trait, Difference difference) {
        return switch (trait) {
            case POLICY, IDENTITY -> widens(difference);
            case EXPOSURE -> exposes(difference);
            case ENCRYPTION, LOGGING -> isOff(difference.after()) && !isOff(difference.before());
            default -> false;
        };
    }

    private static boolean opensToTheWorld(Difference difference) {
        return holdsWorld(difference.after()) && !holdsWorld(difference.before());
    }

    private static boolean holdsWorld(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(SeverityScale::holdsWorld);
        }
        return WORLD.contains(value) || value.items().stream().anyMatch(SeverityScale::holdsWorld);
    }

    /** Something was added, or a policy allows more or denies less; without policies to compare, a change may be either. */
    private static boolean widens(Difference difference) {
        Optional<PolicyDocument> before = PolicyDocument.of(difference.before());
        Optional<PolicyDocument> after = PolicyDocument.of(difference.after());
        if (before.isPresent() && after.isPresent()) {
            return after.get().isWiderThan(before.get());
        }
        if (difference.path().names().endsWith("boundary")) {
            return Essence.isEmpty(difference.after());
        }
        return Essence.isEmpty(difference.before());
    }

    private static boolean exposes(Difference difference) {
        if (GUARD.matcher(difference.path().names()).matches()) {
            return isOff(difference.after()) && !isOff(difference.before());
        }
        boolean isOpen = difference.after().equals(Value.of(true))
                || difference
                        .after()
                        .text()
                        .filter(text -> text.startsWith("public"))
                        .isPresent();
        return isOpen && !difference.before().equals(Value.of(true));
    }

    private static boolean isOff(Value value) {
        return Essence.isEmpty(value) || OFF.contains(value);
    }
}
