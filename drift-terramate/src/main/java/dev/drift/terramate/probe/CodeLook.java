package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import dev.drift.preview.Formatting;
import dev.drift.preview.Validation;
import dev.drift.preview.Validation.Diagnostic;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One look at the code of one stack, in a folder of its own. */
final class CodeLook {

    private static final int IS_UNFORMATTED = 3;
    private static final Pattern TERRAGRUNT_NEEDS = Pattern.compile(".*File '(.+)' needs formatting.*");
    private static final String LENT_PROVIDERS = "TF_REATTACH_PROVIDERS";

    private final ProbeRequest request;
    private final Program program;
    private final LookFolder folder;
    private final UserEnvironment merged;
    private final UserEnvironment environment;
    private final Deadline deadline;

    CodeLook(ProbeRequest request, Program program, LookFolder folder, UserEnvironment merged) throws IOException {
        this.request = request;
        this.program = program;
        this.folder = folder;
        this.merged = merged;
        this.environment = LookEnvironment.of(merged, program, folder)
                .withoutThose(name -> name.startsWith("TF_CLI_ARGS")
                        || name.equals("TG_STDIN")
                        || name.equals("TG_FILE")
                        || name.equals("TG_CHECK"));
        this.deadline = Deadline.in(request.timeout());
    }

    /** Which of the stack's own files its tool would write otherwise. */
    Formatting format() throws ProbeException, IOException {
        Redaction redaction = Redaction.of(merged, Optional.empty());
        Steps steps = Steps.withoutPlan(request, program, WorkingPlace.inCheckout(request.stack(), program), redaction);
        TreeSet<String> files = new TreeSet<>();
        if (program.tool() == IacTool.TERRAGRUNT) {
            for (String file : terragruntFiles()) {
                ToolRun run = steps.run(
                        Step.FORMAT,
                        deadline,
                        environment,
                        List.of("hcl", "fmt", "--check", "--file", file),
                        Optional.empty());
                if (run.exitCode() != 0) {
                    files.add(unformatted(run)
                            .orElseThrow(() -> steps.failure(Step.FORMAT, run).toException()));
                }
            }
        } else {
            List<String> words =
                    List.of("fmt", "-check", "-write=false", "-list=true", "-recursive=false", "-no-color");
            ToolRun run = steps.run(Step.FORMAT, deadline, environment, words, Optional.empty());
            if (run.exitCode() != 0 && run.exitCode() != IS_UNFORMATTED) {
                throw steps.failure(Step.FORMAT, run).toException();
            }
            run.output().lines().stream()
                    .map(String::strip)
                    .filter(this::isThere)
                    .forEach(files::add);
        }
        CodePlaces places = new CodePlaces(request.stack(), folder.path());
        return files.isEmpty()
                ? new Formatting.Formatted()
                : new Formatting.Unformatted(files.stream().map(places::named).toList());
    }

    /**
     * What the tool says of the code. It is prepared first, without its state; what the tool says even so of code that it could
     * not prepare counts, unless it only misses what preparing would have brought.
     */
    Validation validate() throws ProbeException, IOException {
        WorkingPlace place = WorkingPlace.of(request.stack(), program, folder);
        Redaction redaction = Redaction.of(merged, place.likeness());
        Steps steps = Steps.withoutPlan(request, program, place, redaction);
        if (program.tool() != IacTool.TERRAGRUNT
                && environment.variable(LENT_PROVIDERS).isPresent()) {
            Validation unprepared = validated(steps, Optional.empty());
            if (!(unprepared instanceof Validation.NotValidated)) {
                return unprepared;
            }
        }
        ToolRun prepared = steps.run(Step.INIT, deadline, environment, preparing(place), Optional.empty());
        return validated(
                steps,
                prepared.exitCode() == 0
                        ? Optional.empty()
                        : Optional.of(steps.failure(Step.INIT, prepared).reason()));
    }

    private Validation validated(Steps steps, Optional<String> unprepared) throws ProbeException, IOException {
        Path json = folder.path().resolve("validation.json");
        UserEnvironment alone = environment.with(Map.of("TG_NO_AUTO_INIT", "true"));
        ToolRun run =
                steps.run(Step.VALIDATE, deadline, alone, List.of("validate", "-json", "-no-color"), Optional.of(json));
        ValidationJson said = new ValidationJson(steps.redaction(), new CodePlaces(request.stack(), folder.path()));
        Optional<List<Diagnostic>> diagnostics = said.read(json);
        if (diagnostics.isEmpty()) {
            return new Validation.NotValidated(
                    unprepared.orElseGet(() -> steps.failure(Step.VALIDATE, run).reason()));
        }
        if (diagnostics.get().stream().noneMatch(Diagnostic::error)) {
            return new Validation.Valid(diagnostics.get());
        }
        Optional<Diagnostic> missing = diagnostics.get().stream()
                .filter(ValidationJson::speaksOfPreparing)
                .findFirst();
        return missing.<Validation>map(first -> new Validation.NotValidated(unprepared.orElse(first.summary())))
                .orElseGet(() -> new Validation.Invalid(diagnostics.get()));
    }

    private static List<String> preparing(WorkingPlace place) {
        List<String> words = new ArrayList<>(List.of("init", "-backend=false", "-input=false", "-no-color"));
        if (place.lockFile()) {
            words.add("-lockfile=readonly");
        }
        return words;
    }

    /** Terragrunt's own files; those of terraform are written by whoever wrote the module. */
    private List<String> terragruntFiles() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(request.stack().directory(), "*.hcl")) {
            List<String> names = new ArrayList<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            names.remove(".terraform.lock.hcl");
            names.removeIf(name -> name.endsWith(".tm.hcl"));
            names.sort(null);
            return names;
        }
    }

    private static Optional<String> unformatted(ToolRun run) {
        return run.errors().lines().stream()
                .map(TERRAGRUNT_NEEDS::matcher)
                .filter(Matcher::matches)
                .map(needs -> needs.group(1))
                .findFirst();
    }

    /** A tool may print more than names, such as warnings about its own configuration. */
    private boolean isThere(String name) {
        return !name.isEmpty()
                && Files.isRegularFile(request.stack().directory().resolve(name));
    }
}
