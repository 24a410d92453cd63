package dev.drift.report;

import dev.drift.catalog.SkippedStack;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.diagnosis.Waived;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.value.Json;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one stack of a report. */
final class StackReader {

    /** How a catalog may have divided its tags, the usual way first. */
    private static final List<String> SEPARATORS = List.of(Tag.SEPARATORS, "/", ".", "_", "-");

    private StackReader() {}

    static StackReport stack(Place place) {
        StackCheck check = new StackCheck(
                identity(place),
                place.checked(() -> outcome(place)),
                place.field("engine").text(),
                Duration.ofMillis(place.field("duration_ms").number()),
                place.field("note").asOptional(text -> text));
        return new StackReport(check, place.field("drifted_since").asOptional(Instant::parse), cell(place));
    }

    private static Cell cell(Place place) {
        Optional<Environment> environment = place.field("environment").asOptional(Environment::new);
        Optional<Region> region = place.field("region").asOptional(Region::new);
        return environment.isEmpty() ? Cell.UNASSIGNED : new Cell(environment, region);
    }

    static SkippedStack skipped(Place place) {
        StackPath path = place.field("path").as(StackPath::of);
        Stack stack = new Stack(path, Optional.empty(), path.baseName(), "", List.of(), directory(path));
        return new SkippedStack(stack, place.field("reason").text());
    }

    private static Stack identity(Place place) {
        StackPath path = place.field("path").as(StackPath::of);
        return new Stack(
                path,
                place.field("id").asOptional(StackId::of),
                place.field("name").text(),
                "",
                tags(place),
                directory(path));
    }

    /**
     * A report writes a tag as a whole; environment and region tell where the catalog divided it, unless they come from
     * elsewhere.
     */
    private static List<Tag> tags(Place place) {
        List<String> texts = place.field("tags").items(Place::text);
        Optional<String> environment = place.field("environment").asOptional(text -> text);
        Optional<String> region = place.field("region").asOptional(text -> text);
        return SEPARATORS.stream()
                .map(separators ->
                        texts.stream().map(text -> Tag.of(text, separators)).toList())
                .filter(tags -> value(tags, "environment")
                        .map(name -> new Environment(name).name())
                        .equals(environment))
                .filter(tags -> value(tags, "region")
                        .map(name -> new Region(name).name())
                        .equals(region))
                .findFirst()
                .orElseGet(() -> texts.stream().map(Tag::of).toList());
    }

    private static Optional<String> value(List<Tag> tags, String key) {
        return tags.stream().filter(tag -> tag.hasKey(key)).map(Tag::value).findFirst();
    }

    private static Path directory(StackPath path) {
        return Path.of(path.value()).toAbsolutePath();
    }

    private static StackOutcome outcome(Place place) {
        Findings findings = new Findings(
                place.field("drift").items(StackReader::resource),
                new Pending(
                        place.field("pending").items(StackReader::resource),
                        place.field("pending_outputs").count()),
                place.field("ignored").items(StackReader::resource),
                place.field("noted").items(StackReader::resource),
                place.field("noise").counts(),
                coverage(place.field("coverage")));
        return switch (place.field("outcome").word(Verdict.values(), Verdict::word)) {
            case IN_SYNC -> new StackOutcome.InSync(findings);
            case DRIFTED -> new StackOutcome.Drifted(findings);
            case UNKNOWN -> unknown(place.field("unknown"), findings);
        };
    }

    private static StackOutcome unknown(Place place, Findings findings) {
        return new StackOutcome.Unknown(
                findings, phase(place), place.field("reason").text());
    }

    private static ResourceFinding resource(Place place) {
        return new ResourceFinding(
                address(place),
                place.field("action").word(ChangeAction.values(), ChangeAction::word),
                severity(place),
                place.field("fields").items(StackReader::field),
                waived(place.field("waived")));
    }

    private static Optional<Waived> waived(Place place) {
        return place.value().isNull()
                ? Optional.empty()
                : Optional.of(new Waived(
                        place.field("waiver").text(),
                        place.field("until").as(LocalDate::parse),
                        place.field("reason").text(),
                        place.field("by").asOptional(text -> text)));
    }

    private static FieldFinding field(Place place) {
        return new FieldFinding(
                place.field("path").as(ValuePath::parse),
                place.field("class").word(FieldClass.values(), FieldClass::word),
                severity(place),
                restored(place.field("before").value()),
                restored(place.field("after").value()),
                place.field("sensitive").truth());
    }

    private static Coverage coverage(Place place) {
        return place.checked(() -> new Coverage(
                place.field("resources").count(),
                place.field("compared").count(),
                place.field("not_readable").items(StackReader::gap)));
    }

    private static Gap gap(Place place) {
        Optional<ResourceAddress> address =
                place.field("address").value().isNull() ? Optional.empty() : Optional.of(address(place));
        return new Gap(phase(place), place.field("reason").text(), address);
    }

    private static ResourceAddress address(Place place) {
        return new ResourceAddress(
                place.field("address").text(),
                place.field("type").text(),
                place.field("deposed").asOptional(text -> text));
    }

    private static Severity severity(Place place) {
        return place.field("severity").word(Severity.values(), Severity::word);
    }

    private static ProbePhase phase(Place place) {
        return place.field("phase").word(ProbePhase.values(), ProbePhase::word);
    }

    private static Value restored(Value written) {
        if (written.equals(Value.of(Json.REDACTED))) {
            return Value.redacted();
        }
        if (written.equals(Value.of(Json.UNKNOWN))) {
            return Value.unknown();
        }
        if (written instanceof Value.Fields fields) {
            Map<String, Value> restored = new LinkedHashMap<>();
            fields.values().forEach((name, value) -> restored.put(name, restored(value)));
            return Value.of(restored);
        }
        return written instanceof Value.Items items
                ? Value.of(items.values().stream().map(StackReader::restored).toList())
                : written;
    }
}
