package dev.drift.aws.shared;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The arguments that variables add to the command lines of tools. */
final class ToolArguments {

    /** What makes a tool choose or find providers by itself. */
    private static final Pattern CHOOSING = Pattern.compile("(^|\\s)--?(upgrade|plugin-dir|get-plugins)\\b");

    private static final Pattern PARALLELISM = Pattern.compile("(^|\\s)--?parallelism\\b");
    private static final String ALL = "TF_CLI_ARGS";
    private static final String PLAN = "TF_CLI_ARGS_plan";

    /** A process that is warm answers this many calls at once with ease; a tool by itself asks ten. */
    private static final String MANY_AT_ONCE = "-parallelism=50";

    private ToolArguments() {}

    /** The variable that keeps a provider from being shared, if there is one. */
    static Optional<String> against(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(ALL))
                .filter(variable -> CHOOSING.matcher(variable.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** What to lend so that a plan asks more at once, unless somebody has said how much. */
    static Map<String, String> hurrying(Map<String, String> environment) {
        String given = environment.getOrDefault(PLAN, "");
        boolean said = PARALLELISM.matcher(given).find()
                || PARALLELISM.matcher(environment.getOrDefault(ALL, "")).find();
        return said ? Map.of() : Map.of(PLAN, (given + " " + MANY_AT_ONCE).strip());
    }
}
