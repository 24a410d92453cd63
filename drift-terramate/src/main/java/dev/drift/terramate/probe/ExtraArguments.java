package dev.drift.terramate.probe;

import dev.drift.code.CodeException;
import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.terramate.code.TerragruntReads;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the files of a Terragrunt unit say behind Drift's back, as far as it is written there: the arguments that they hand to the
 * tool, and that it works in another place.
 *
 * @param written the names of the arguments, without dashes and values, with the value of those that switch something off
 * @param elsewhere whether the tool works, and leaves a state that it cannot write, where nobody looks for it
 */
record ExtraArguments(Set<String> written, boolean elsewhere) {

    private static final Pattern ARGUMENT = Pattern.compile("\"--?([a-z][a-z-]*(=(?i:false|f|0))?)[^\"]*\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(#|//).*$");
    private static final Pattern DOWNLOADING = Pattern.compile("(?m)(^\\s*download_dir\\s*=|\"download_dir\"\\s*:)");
    private static final String WHERE = "extra_arguments";

    /** The state would lie elsewhere, or nobody could tell what was done. */
    private static final Set<String> REFUSED = Set.of("state", "state-out", "json", "json-into");

    private static final Pattern WITHOUT_LOCK = Pattern.compile("lock=.*");
    private static final Pattern WITHOUT_REFRESH = Pattern.compile("refresh=.*");

    ExtraArguments {
        written = Set.copyOf(written);
    }

    /** Those of the stack; none where the tool is another one. */
    static ExtraArguments of(Stack stack, Program program, UserEnvironment environment) {
        if (program.tool() != IacTool.TERRAGRUNT) {
            return new ExtraArguments(Set.of(), false);
        }
        Set<String> found = new TreeSet<>();
        boolean elsewhere = false;
        for (Path file : files(stack, environment)) {
            String text = text(file);
            elsewhere |= DOWNLOADING.matcher(text).find();
            Matcher arguments = ARGUMENT.matcher(text.contains(WHERE) ? text : "");
            while (arguments.find()) {
                found.add(arguments.group(1));
            }
        }
        return new ExtraArguments(found, elsewhere);
    }

    /**
     * Refuses what nobody can put right, and says of the rest that it is.
     *
     * @throws ProbeException if the state would be written elsewhere, or it could not be told what was done
     */
    void requireHarmless(Consumer<String> said) throws ProbeException {
        if (elsewhere) {
            throw new ProbeException(
                    ProbePhase.PLAN,
                    "download_dir of Terragrunt is set: a state that cannot be written would be left where nobody looks for"
                            + " it, so remove it to provision");
        }
        for (String argument : new TreeSet<>(written)) {
            if (REFUSED.contains(argument)) {
                throw new ProbeException(
                        ProbePhase.PLAN,
                        WHERE + " of Terragrunt holds -" + argument
                                + ": with it the plan shown would not be what is applied");
            }
            if (WITHOUT_LOCK.matcher(argument).matches()) {
                said.accept("[drift] " + WHERE + " of Terragrunt holds -" + argument
                        + ": the state is locked all the same");
            }
            if (WITHOUT_REFRESH.matcher(argument).matches()) {
                said.accept(
                        "[drift] " + WHERE + " of Terragrunt holds -" + argument + ": it is refreshed all the same");
            }
        }
    }

    private static List<Path> files(Stack stack, UserEnvironment environment) {
        List<Path> files = new ArrayList<>(List.of(
                stack.directory().resolve(TerragruntReads.FILE),
                stack.directory().resolve(TerragruntReads.FILE + ".json")));
        try {
            files.addAll(TerragruntReads.of(WorkingPlace.checkout(stack), stack.directory(), environment.variables())
                    .files());
        } catch (CodeException unreadable) {
            // Terragrunt says what is wrong with it.
        }
        return files;
    }

    private static String text(Path file) {
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            return COMMENT.matcher(text).replaceAll("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
