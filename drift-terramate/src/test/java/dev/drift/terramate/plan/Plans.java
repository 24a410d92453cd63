package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.code.IgnoreChanges;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import java.io.ByteArrayInputStream;
import java.util.Optional;

/** Small plans written by hand. Single quotes stand for double ones. */
final class Plans {

    private Plans() {}

    /** A plan with these sections. */
    static String with(String... sections) {
        return "{'format_version':'1.2','planned_values':{}," + String.join(",", sections) + ",'errored':false}";
    }

    static String section(String name, String... entries) {
        return "'" + name + "':[" + String.join(",", entries) + "]";
    }

    /** An entry of {@code resource_drift} or {@code resource_changes}. */
    static String entry(String address, String actions, String values) {
        return "{'address':'" + address + "','mode':'managed','type':'" + type(address) + "','change':{'actions':["
                + actions + "]," + values + "}}";
    }

    static String priorState(String... objects) {
        return "'prior_state':{'values':{'root_module':{'resources':[" + String.join(",", objects) + "]}}}";
    }

    static String object(String address, String values) {
        return "{'address':'" + address + "','mode':'managed','type':'" + type(address) + "','values':" + values + "}";
    }

    static Observation read(String plan) throws ProbeException {
        return read(plan.replace('\'', '"').getBytes(UTF_8));
    }

    static Observation read(byte[] plan) throws ProbeException {
        return PlanJson.read(() -> new ByteArrayInputStream(plan), Optional.of(IgnoreChanges.NONE));
    }

    static CodeSide.Seen codeOf(String plan) throws ProbeException {
        return (CodeSide.Seen) read(plan).codeSide();
    }

    private static String type(String address) {
        String[] steps = address.split("\\.", -1);
        return steps[steps.length - 2];
    }
}
