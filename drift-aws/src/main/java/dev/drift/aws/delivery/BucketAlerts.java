package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.alert.AlertException;
import dev.drift.alert.AlertMemory;
import dev.drift.alert.ForgottenException;
import dev.drift.alert.LastAlert;
import dev.drift.alert.LastAlerts;
import dev.drift.aws.call.CallException;
import dev.drift.estate.Residency;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What routes were told, one object for each. Whoever tells a route writes into its object first that the turn is theirs, and takes
 * that out with what the route knows next. A turn whose object did not change for longer than anybody tells is over: whoever had it
 * is gone.
 *
 * @param memory where
 * @param patience how long to wait for others who tell the same route
 */
record BucketAlerts(BucketMemory memory, Duration patience) implements AlertMemory {

    /** Longer than a turn lasts. */
    static final Duration USUAL_PATIENCE = Duration.ofMinutes(4);

    /** Longer than a receiver takes that is asked as often as may be. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(3);

    private static final int VERSION = 1;

    /**
     * What an object says.
     *
     * @param turn whose turn it is, if anybody's
     * @param told what the route knows
     */
    private record Said(Optional<String> turn, Map<StackPath, LastAlert> told) {

        byte[] text() {
            Map<String, Value> fields = new LinkedHashMap<>();
            fields.put("version", Value.of(VERSION));
            turn.ifPresent(whose -> fields.put("turn", Value.of(whose)));
            fields.put("told", LastAlerts.write(told));
            return (Json.write(Value.of(fields)) + "\n").getBytes(UTF_8);
        }
    }

    /**
     * A turn that was taken.
     *
     * @param tag of the object since then
     * @param before what the route knew
     */
    private record Turn(String tag, Map<StackPath, LastAlert> before) {}

    @Override
    public Map<StackPath, LastAlert> recall(String route) throws AlertException {
        try (BucketObjects objects = memory.objects()) {
            return said(route, objects.find(name(route))).told();
        } catch (CallException failed) {
            throw new ForgottenException(failed.reason(), failed);
        }
    }

    @Override
    public void renew(String route, Step step) throws AlertException {
        try (BucketObjects objects = memory.objects()) {
            Turn turn = taken(objects, route);
            keep(objects, route, turn, after(objects, route, turn, step));
        } catch (CallException failed) {
            throw new ForgottenException(failed.reason(), failed);
        }
    }

    @Override
    public Optional<Residency> residency() {
        return memory.residency();
    }

    @Override
    public boolean leavesTheMachine() {
        return true;
    }

    private Turn taken(BucketObjects objects, String route) throws CallException, AlertException {
        String mine = UUID.randomUUID().toString();
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Optional<BucketObjects.Stored> found = objects.find(name(route));
            Said said = said(route, found);
            if (said.turn().equals(Optional.of(mine))) {
                return new Turn(found.orElseThrow().tag(), said.told());
            }
            if (said.turn().isEmpty() || found.orElseThrow().age().compareTo(LONGEST_TURN) > 0) {
                byte[] text = new Said(Optional.of(mine), said.told()).text();
                Optional<String> tag = found.isPresent()
                        ? objects.replace(name(route), found.get().tag(), text)
                        : objects.make(name(route), text, request -> request);
                if (tag.isPresent()) {
                    return new Turn(tag.get(), said.told());
                }
            }
            BucketMemory.pause();
        } while (System.nanoTime() - deadline < 0 && !Thread.currentThread().isInterrupted());
        throw AlertException.othersTell(route);
    }

    /** Takes the step. After one that failed others need not wait until the turn is over by itself. */
    private Map<StackPath, LastAlert> after(BucketObjects objects, String route, Turn turn, Step step)
            throws AlertException {
        try {
            return step.after(turn.before());
        } catch (AlertException | RuntimeException refused) {
            try {
                keep(objects, route, turn, turn.before());
            } catch (AlertException alsoRefused) {
                refused.addSuppressed(alsoRefused);
            }
            throw refused;
        }
    }

    /** An answer that was lost on its way makes a second attempt find what the first one put there. */
    private static void keep(BucketObjects objects, String route, Turn turn, Map<StackPath, LastAlert> after)
            throws AlertException {
        byte[] text = new Said(Optional.empty(), after).text();
        try {
            if (objects.replace(name(route), turn.tag(), text).isEmpty()
                    && objects.find(name(route))
                            .filter(now -> Arrays.equals(now.content(), text))
                            .isEmpty()) {
                throw new AlertException("what was told is not remembered: others took over the route " + route);
            }
        } catch (CallException failed) {
            throw new AlertException("what was told cannot be remembered: " + failed.reason(), failed);
        }
    }

    private Said said(String route, Optional<BucketObjects.Stored> found) throws ForgottenException {
        if (found.isEmpty()) {
            return new Said(Optional.empty(), Map.of());
        }
        try {
            Value value = Json.read(new String(found.get().content(), UTF_8));
            if (!value.field("version").equals(Value.of(VERSION))) {
                throw new IllegalArgumentException("it is of another version");
            }
            return new Said(value.field("turn").text(), LastAlerts.read(value.field("told")));
        } catch (JsonException | IllegalArgumentException unreadable) {
            throw new ForgottenException(
                    name(route) + " in " + memory + " cannot be read: remove it and everything is told once more",
                    unreadable);
        }
    }

    private static String name(String route) {
        return BucketMemory.named("alerts", route);
    }
}
