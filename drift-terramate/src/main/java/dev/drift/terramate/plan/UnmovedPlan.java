package dev.drift.terramate.plan;

import dev.drift.code.IacTool;
import dev.drift.terramate.plan.PlanMessage.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Recognises the message of a plan in which nothing moved. Numbers are those of {@code planfile.proto} of Terraform (1.8 and
 * later say whether a plan is complete) and OpenTofu; format 3 is the only one there has been since 0.12.
 */
final class UnmovedPlan {

    private static final int FORMAT = 3;

    private static final int VERSION = 1;
    private static final int CHANGES = 3;
    private static final int OUTPUTS = 4;
    private static final int COMPLETE = 26;

    /** What says how the plan came about, or lists what it read: variables, backend, checks, references, the clock. */
    private static final Set<Integer> HARMLESS = Set.of(2, 13, 14, 15, 19, 21, 22, 25, 28, 29);

    private static final int OUTPUT_CHANGE = 2;
    private static final int CHANGE = 9;
    private static final int PREVIOUS_ADDRESS = 14;
    private static final int ADDRESS = 13;

    /** Provider, private data, and the address with the one before. */
    private static final Set<Integer> HARMLESS_IN_CHANGES = Set.of(8, CHANGE, 10, ADDRESS, PREVIOUS_ADDRESS);

    /** Values, what is sensitive of them, and identities. */
    private static final Set<Integer> HARMLESS_IN_CHANGE = Set.of(2, 3, 4, 7, 8);

    private static final Set<Integer> HARMLESS_IN_OUTPUTS = Set.of(1, OUTPUT_CHANGE, 3);

    private UnmovedPlan() {}

    /** How many managed objects it leaves as they are; empty if it says anything else, or anything unknown. */
    static OptionalInt objects(List<Field> plan, IacTool tool) throws PlanDefect {
        for (Field field : plan) {
            if (!isStill(field)) {
                return OptionalInt.empty();
            }
        }
        boolean known = holds(plan, VERSION, FORMAT) && isComplete(plan, tool);
        long objects = plan.stream().filter(field -> field.number() == CHANGES).count();
        return known ? OptionalInt.of((int) objects) : OptionalInt.empty();
    }

    /** OpenTofu does not say whether a plan is complete; what makes it incomplete is told by fields of its own. */
    private static boolean isComplete(List<Field> plan, IacTool tool) {
        return tool == IacTool.TOFU
                ? plan.stream().noneMatch(field -> field.number() == COMPLETE)
                : holds(plan, COMPLETE, 1);
    }

    private static boolean holds(List<Field> plan, int number, long value) {
        return plan.stream().anyMatch(field -> field.number() == number && field.is(value));
    }

    private static boolean isStill(Field field) throws PlanDefect {
        return switch (field.number()) {
            case VERSION, COMPLETE -> true;
            case CHANGES -> isUnchangedObject(field.fields());
            case OUTPUTS -> isUnchangedOutput(field.fields());
            default -> HARMLESS.contains(field.number()) || field.isZero();
        };
    }

    private static boolean isUnchangedObject(List<Field> object) throws PlanDefect {
        Map<Integer, String> addresses = new HashMap<>();
        for (Field field : object) {
            if (!HARMLESS_IN_CHANGES.contains(field.number()) && !field.isZero()) {
                return false;
            }
            if (field.number() == ADDRESS || field.number() == PREVIOUS_ADDRESS) {
                addresses.put(field.number(), field.text());
            }
        }
        String address = addresses.getOrDefault(ADDRESS, "");
        return !address.isEmpty()
                && addresses.getOrDefault(PREVIOUS_ADDRESS, address).equals(address)
                && isNoChange(object, CHANGE);
    }

    private static boolean isUnchangedOutput(List<Field> output) throws PlanDefect {
        return output.stream().allMatch(field -> HARMLESS_IN_OUTPUTS.contains(field.number()))
                && isNoChange(output, OUTPUT_CHANGE);
    }

    /** Whether there is exactly one change and it does nothing: no action, no import, no code generated for it. */
    private static boolean isNoChange(List<Field> owner, int number) throws PlanDefect {
        List<Field> changes =
                owner.stream().filter(field -> field.number() == number).toList();
        if (changes.size() != 1) {
            return false;
        }
        return changes.get(0).fields().stream()
                .allMatch(field -> HARMLESS_IN_CHANGE.contains(field.number()) || field.isZero());
    }
}
