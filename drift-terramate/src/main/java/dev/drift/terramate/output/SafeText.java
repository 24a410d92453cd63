package dev.drift.terramate.output;

import dev.drift.diagnosis.Secrets;
import java.util.regex.Pattern;

/** Lines that tools print for people, fit to be shown to others. */
public final class SafeText {

    private static final String HIDDEN = "[redacted]";
    private static final Pattern MASKED = Pattern.compile("\\((sensitive value|known after apply|sensitive)\\)");

    private SafeText() {}

    /** One line without colours and control characters; hidden as a whole if it looks like it shows a secret. */
    public static String line(String line) {
        String plain = Invisible.removedFrom(line);
        String said = MASKED.matcher(ToolLine.withoutAddress(plain)).replaceAll("-");
        return Secrets.isShownBy(said) ? indent(plain) + HIDDEN : plain;
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
