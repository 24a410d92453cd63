package dev.drift.terramate.probe;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.UserEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The user's {@code TF_CLI_ARGS}. They are passed on, except that a look must not be told to see less than everything or to
 * write: a plan that was made to look away says nothing about the stack.
 */
final class ToolArguments {

    private static final Set<String> PLANNING = Set.of(
            "target",
            "target-file",
            "exclude",
            "exclude-file",
            "refresh",
            "refresh-only",
            "destroy",
            "replace",
            "json",
            "json-into",
            "generate-config-out",
            "out");
    private static final Set<String> PREPARING = Set.of(
            "backend", "from-module", "upgrade", "lockfile", "get", "json", "json-into", "force-copy", "migrate-state");
    private static final Set<String> SHOWING = Set.of("json-into");
    private static final Map<String, Set<String>> REFUSED = Map.of(
            "TF_CLI_ARGS_plan", PLANNING,
            "TF_CLI_ARGS_init", PREPARING,
            "TF_CLI_ARGS_show", SHOWING);
    private static final List<String> HARMLESS = List.of("refresh=true", "backend=true", "get=true");

    /** What would make an apply do less or other than the plan, write the state elsewhere, or not lock it. */
    private static final Set<String> APPLYING = Set.of(
            "lock",
            "state",
            "state-out",
            "json",
            "json-into",
            "destroy",
            "target",
            "exclude",
            "replace",
            "refresh-only");

    private static final List<String> LOCKING = List.of("lock=true", "lock");

    private ToolArguments() {}

    /** Refuses arguments that would make the look untrue, naming the variable and the argument, never its value. */
    static void requireHarmless(UserEnvironment environment) throws ProbeException {
        for (String variable : List.of("TF_CLI_ARGS", "TF_CLI_ARGS_init", "TF_CLI_ARGS_plan", "TF_CLI_ARGS_show")) {
            Optional<String> refused = environment.variable(variable).flatMap(words -> refused(variable, words));
            if (refused.isPresent()) {
                throw new ProbeException(
                        variable.endsWith("_init") ? ProbePhase.INIT : ProbePhase.PLAN,
                        variable + " holds -" + refused.get() + ": a look with it would not see the stack as it is");
            }
        }
    }

    /** Refuses arguments that would let an apply go without its lock, or elsewhere than the plan says. */
    static void requireWholeApply(UserEnvironment environment) throws ProbeException {
        for (String variable : List.of("TF_CLI_ARGS", "TF_CLI_ARGS_plan", "TF_CLI_ARGS_apply")) {
            Optional<String> refused = environment.variable(variable).stream()
                    .flatMap(ToolArguments::arguments)
                    .filter(word -> !LOCKING.contains(word))
                    .map(word -> word.split("=", 2)[0])
                    .filter(APPLYING::contains)
                    .findFirst();
            if (refused.isPresent()) {
                throw new ProbeException(
                        ProbePhase.PLAN,
                        variable + " holds -" + refused.get()
                                + ": with it the plan shown would not be what is applied");
            }
        }
    }

    private static Optional<String> refused(String variable, String words) {
        return arguments(words)
                .filter(word -> !HARMLESS.contains(word))
                .map(word -> word.split("=", 2)[0])
                .filter(name -> isRefused(variable, name))
                .findFirst();
    }

    private static Stream<String> arguments(String words) {
        return Arrays.stream(words.split("\\s+", -1))
                .map(word -> word.replaceAll("[\"']", ""))
                .filter(word -> word.startsWith("-"))
                .map(word -> word.replaceFirst("^--?", ""));
    }

    private static boolean isRefused(String variable, String name) {
        return REFUSED.containsKey(variable)
                ? REFUSED.get(variable).contains(name)
                : REFUSED.values().stream().anyMatch(names -> names.contains(name));
    }
}
