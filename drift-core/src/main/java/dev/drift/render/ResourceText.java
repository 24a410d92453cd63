package dev.drift.render;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import java.util.List;

/**
 * One object that differs, in harmless words.
 *
 * @param sign {@code ~} changed, {@code -} gone, {@code +} new, {@code ±} another one in its place
 * @param address which object
 * @param happened what happened to it, such as {@code changed}
 * @param planned what an apply would do, such as {@code update}
 * @param waived until when and why it is left alone; empty if it is not
 * @param fields what differs; empty where the object as a whole came or went
 */
record ResourceText(char sign, String address, String happened, String planned, String waived, List<FieldText> fields) {

    static ResourceText of(ResourceFinding finding) {
        boolean whole = finding.action() == ChangeAction.DELETE || finding.action() == ChangeAction.FORGET;
        return new ResourceText(
                sign(finding.action()),
                Harmless.line(finding.address().toString()),
                happened(finding.action()),
                finding.action().word(),
                finding.waived().map(waived -> Harmless.line(waived.toString())).orElse(""),
                whole ? List.of() : finding.fields().stream().map(FieldText::of).toList());
    }

    private static char sign(ChangeAction action) {
        return switch (action) {
            case CREATE -> '+';
            case DELETE, FORGET -> '-';
            case REPLACE -> '±';
            case NO_OP, READ, UPDATE -> '~';
        };
    }

    private static String happened(ChangeAction action) {
        return switch (action) {
            case CREATE -> "is new";
            case DELETE -> "is gone";
            case FORGET -> "is forgotten";
            case REPLACE -> "is another one";
            case NO_OP, READ, UPDATE -> "changed";
        };
    }
}
