package dev.drift.terramate.output;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a tool that hold no value of a plan, whatever the plan is. Every other line may hold one. */
public final class ToolLine {

    private static final Pattern PROGRESS =
            Pattern.compile("\\S.*: (?<step>(Refreshing state|Refresh complete|Reading|Still reading"
                    + "|Read complete|Preparing import|Opening|Opening complete|Closing|Closing complete"
                    + "|Creating|Still creating|Creation complete|Modifying|Still modifying|Modifications complete"
                    + "|Destroying|Still destroying|Destruction complete)\\b.*)");

    /** Which object it is: its id may be as secret as any other value. */
    private static final Pattern IDENTITY = Pattern.compile(" \\[id=.*");

    private static final Pattern SENTENCE = Pattern.compile("\\s*"
            + "|Initializing (the backend|provider plugins|modules).*"
            + "|- (Finding|Installing|Installed|Reusing|Using) .*"
            + "|(Terraform|OpenTofu) has (been successfully initialized|compared your real infrastructure).*"
            + "|(Acquiring|Releasing) state lock.*"
            + "|No changes\\. .*"
            + "|(and )?found no differences.*");

    private ToolLine() {}

    /** What a line says of how far the tool is; empty if it says something else. */
    public static Optional<String> progress(String line) {
        return PROGRESS.matcher(line).matches()
                ? Optional.of(IDENTITY.matcher(line).replaceFirst(""))
                : Optional.empty();
    }

    /** A line without the object whose progress it tells: an address is no value, whatever words it is made of. */
    static String withoutAddress(String line) {
        Matcher progress = PROGRESS.matcher(line);
        return progress.matches() ? progress.group("step") : line;
    }

    /** Whether it is a sentence that the tool always says in the same words. */
    static boolean isSentence(String line) {
        return SENTENCE.matcher(line).matches();
    }
}
