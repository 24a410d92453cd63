package dev.drift.terramate.cloud.changeset;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.Provisioner;
import dev.drift.terramate.plan.PlanJson;
import dev.drift.terramate.plan.SanitizedPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is at hand of a plan, in clear. It is not printed.
 *
 * @param provisioner who made it
 * @param rendered the plan for people, as {@code show -no-color} prints it
 * @param json the plan for programs, as {@code show -json} prints it
 * @param planFile the plan file, which tells the serial of its state
 */
public record PlanOutput(
        Provisioner provisioner, Optional<String> rendered, Optional<PlanJson.Source> json, Optional<Path> planFile) {

    public PlanOutput {
        requireNonNull(provisioner, "provisioner is null");
        requireNonNull(rendered, "rendered is null");
        requireNonNull(json, "json is null");
        requireNonNull(planFile, "planFile is null");
    }

    /**
     * The plan fit to leave the process, within what Terramate Cloud takes. Only the JSON says what is secret, so where it cannot
     * be read the text for people stays here as well, and a remark takes its place.
     *
     * @param known what is secret whatever the plan says of it
     */
    public SafePlan safe(Set<String> known) {
        if (json.isEmpty()) {
            return new SafePlan(changeset(Optional.empty()), Optional.empty());
        }
        try {
            SanitizedPlan plan = SanitizedPlan.of(json.get(), Changeset.LONGEST_DOCUMENT, known);
            return new SafePlan(changeset(Optional.of(plan)), Optional.of(plan.secrets()));
        } catch (ProbeException unreadable) {
            return new SafePlan(Optional.of(withheld(unreadable.reason())), Optional.empty());
        }
    }

    /** The plan alone; empty if nothing is at hand. */
    public Optional<Changeset> changeset() {
        return safe(Set.of()).changeset();
    }

    @Override
    public String toString() {
        return "plan of " + provisioner.word();
    }

    private Optional<Changeset> changeset(Optional<SanitizedPlan> sanitized) {
        Optional<String> remark = sanitized.flatMap(plan -> leftOut(plan.leftOut()));
        Optional<String> ascii = rendered.map(text ->
                PlanText.of(text, sanitized.map(SanitizedPlan::secrets)).within(Changeset.LONGEST_ASCII, remark));
        if (ascii.isEmpty() && sanitized.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Changeset(provisioner, ascii, sanitized.map(SanitizedPlan::document), serial()));
    }

    private Changeset withheld(String reason) {
        String remark = "[drift] The plan is left out, as its JSON does not say what is secret in it: " + reason;
        return new Changeset(provisioner, Optional.of(remark), Optional.empty(), serial());
    }

    private OptionalLong serial() {
        return planFile.map(StateSerial::of).orElse(OptionalLong.empty());
    }

    private static Optional<String> leftOut(Map<String, Integer> records) {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of("The plan JSON is larger than can be sent, and lacks "
                        + records.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> each.getValue() + " of its " + each.getKey())
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
