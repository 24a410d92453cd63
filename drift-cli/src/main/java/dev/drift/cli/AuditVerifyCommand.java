package dev.drift.cli;

import dev.drift.audit.AuditAnchor;
import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFinding;
import dev.drift.audit.AuditInspection;
import dev.drift.cli.wiring.Runs;
import dev.drift.render.Harmless;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the chain of an audit trail. */
@Command(
        name = "verify",
        header = "Checks that nobody changed an audit trail.",
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        description = {
            "%nReads every line of a trail and follows the chain of their hashes. Finds every line that was edited, moved,"
                    + " doubled or removed, also at the end, and says where. That all of a trail was written anew, with"
                    + " every hash, is found only by what was noted elsewhere: keep the last line that this prints, and"
                    + " hand it in by --anchor later."
        },
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        sortOptions = false,
        footerHeading = "%nExit codes:%n",
        footer = {
            "   0  the trail is whole",
            "   1  it is not, or it cannot be read",
            "  64  an option cannot be used",
            "",
            "Examples:",
            "  drift audit verify /var/lib/drift/audit",
            "  drift audit verify s3://acme-drift-audit-eu/trail --format json",
            "  drift audit verify audit --anchor \"$(cat last-line)\""
        })
final class AuditVerifyCommand implements dev.drift.cli.Command {

    /** What standard output holds. */
    enum Form {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "PLACE", description = "A folder or s3://BUCKET/PREFIX.")
    TrailPlace place = new TrailPlace.Folder(java.nio.file.Path.of(""));

    @Option(
            names = "--anchor",
            paramLabel = "LINE:HASH",
            description = "What was noted elsewhere: that this line has this hash. May be repeated.")
    List<AuditAnchor> anchors = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Words.AuditForms.class,
            description = "What standard output holds: text or json. Default: text.")
    Form format = Form.TEXT;

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public ExitCode run(Surroundings surroundings, Runs runs) {
        try {
            AuditInspection inspection = AuditInspection.of(place.archive(surroundings), anchors);
            surroundings.out().print(format == Form.JSON ? json(inspection) : text(inspection));
            return inspection.isWhole() ? ExitCode.IN_SYNC : ExitCode.FAILED;
        } catch (AuditException unreadable) {
            surroundings.say("The trail cannot be checked: " + unreadable.reason());
            return ExitCode.FAILED;
        }
    }

    private static String text(AuditInspection inspection) {
        StringBuilder text = new StringBuilder();
        inspection
                .findings()
                .forEach(finding ->
                        text.append(Harmless.line(finding.toString())).append('\n'));
        inspection
                .recoveries()
                .forEach(where -> text.append(Harmless.line(where))
                        .append(": remark: a writer was stopped before this line, which the trail records\n"));
        text.append(inspection.isWhole() ? "WHOLE" : "BROKEN")
                .append(": ")
                .append(inspection.lines())
                .append(inspection.lines() == 1 ? " line" : " lines");
        inspection.end().ifPresent(end -> text.append(", the last is ").append(end));
        return text.append('\n').toString();
    }

    private static String json(AuditInspection inspection) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("whole", Value.of(inspection.isWhole()));
        fields.put("lines", Value.of(inspection.lines()));
        fields.put("last", inspection.end().map(end -> Value.of(end.toString())).orElse(Value.ofNull()));
        fields.put(
                "findings",
                Value.of(inspection.findings().stream()
                        .map(AuditVerifyCommand::json)
                        .toList()));
        fields.put(
                "recoveries",
                Value.of(inspection.recoveries().stream()
                        .<Value>map(where -> Value.of(where))
                        .toList()));
        return Json.writePretty(Value.of(fields)) + "\n";
    }

    private static Value json(AuditFinding finding) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(finding.kind().word()));
        fields.put("where", Value.of(finding.where()));
        fields.put("message", Value.of(finding.message()));
        return Value.of(fields);
    }
}
