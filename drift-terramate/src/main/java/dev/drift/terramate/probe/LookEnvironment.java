package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a tool is told through its environment: to ask nobody, to tell nobody, and to keep its data in the look's own folder. */
final class LookEnvironment {

    /** Names providers that were started for others. */
    static final String LENT_PROVIDERS = "TF_REATTACH_PROVIDERS";

    private static final int LONGEST_TEMPORARY_PATH = 60;
    private static final Map<String, String> QUIET = Map.of(
            "TF_IN_AUTOMATION", "1",
            "TF_INPUT", "0",
            "CHECKPOINT_DISABLE", "1",
            "GIT_TERMINAL_PROMPT", "0");
    private static final Map<String, String> QUIET_TERRAGRUNT = Map.of(
            "TG_NON_INTERACTIVE", "true",
            "TG_NO_COLOR", "true",
            "TG_NO_TIPS", "true",
            "TG_TF_FORWARD_STDOUT", "true",
            "TG_LOG_FORMAT", "bare",
            "TG_LOG_LEVEL", "error",
            "TG_BACKEND_BOOTSTRAP", "false",
            "TG_DISABLE_BUCKET_UPDATE", "true");
    /** What a look tells terragrunt so that it writes nothing where a look must not. */
    private static final Set<String> ONLY_LOOKING = Set.of("TG_BACKEND_BOOTSTRAP", "TG_DISABLE_BUCKET_UPDATE");

    /** What would make one look many, look elsewhere, write files, or swallow the errors. */
    private static final Set<String> MISLEADING = Set.of(
            "TG_ALL",
            "TG_GRAPH",
            "TG_GRAPH_ROOT",
            "TG_FILTER",
            "TG_FILTERS_FILE",
            "TG_FILTER_AFFECTED",
            "TG_OUT_DIR",
            "TG_JSON_OUT_DIR",
            "TG_REPORT_FILE",
            "TG_REPORT_SCHEMA_FILE",
            "TG_INPUTS_DEBUG",
            "TG_WORKING_DIR",
            "TG_LOG_DISABLE",
            "TG_LOG_CUSTOM_FORMAT",
            "TG_NO_AUTO_INIT",
            "TF_DATA_DIR",
            Workspace.VARIABLE);

    /** One plan is applied once: terragrunt does not repeat what it takes for an error that passes. */
    private static final Map<String, String> ONCE =
            Map.of("TG_NO_AUTO_RETRY", "true", "TERRAGRUNT_NO_AUTO_RETRY", "true");
    /** What would take terragrunt's cache, and a state that is left in it, away from the stack. */
    private static final Set<String> ELSEWHERE = Set.of("TG_DOWNLOAD_DIR", "TERRAGRUNT_DOWNLOAD");

    private LookEnvironment() {}

    /** The environment of the look's processes. */
    static UserEnvironment of(UserEnvironment merged, Program program, LookFolder folder) throws IOException {
        Map<String, String> told = new HashMap<>(QUIET);
        Path temporary = folder.folder("tmp");
        if (temporary.toString().length() <= LONGEST_TEMPORARY_PATH) {
            told.put("TMPDIR", temporary.toString());
        }
        if (program.tool() == IacTool.TERRAGRUNT) {
            told.putAll(QUIET_TERRAGRUNT);
            told.put("TG_DOWNLOAD_DIR", folder.path().resolve("cache").toString());
        } else {
            told.put("TF_DATA_DIR", folder.data().toString());
        }
        return merged.withoutThose(name -> MISLEADING.contains(name) || name.startsWith("TF_LOG"))
                .with(told);
    }

    /**
     * The environment of the processes that apply: what terragrunt keeps it keeps below the stack, it tries nothing twice, and
     * no provider is lent, whoever lends it.
     */
    static UserEnvironment forApply(UserEnvironment merged, Program program, LookFolder folder) {
        Map<String, String> told = new HashMap<>(QUIET);
        if (program.tool() == IacTool.TERRAGRUNT) {
            told.putAll(QUIET_TERRAGRUNT);
            ONLY_LOOKING.forEach(told::remove);
            told.putAll(ONCE);
        } else {
            told.put("TF_DATA_DIR", folder.data().toString());
        }
        return merged.withoutThose(name -> MISLEADING.contains(name)
                        || ELSEWHERE.contains(name)
                        || name.startsWith("TF_LOG")
                        || name.equals(LENT_PROVIDERS))
                .with(told);
    }
}
