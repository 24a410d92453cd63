package dev.drift.terramate.probe;

import dev.drift.terramate.output.Invisible;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes what tools print fit for people: no secrets, no control characters, no colours. */
final class Redaction {

    private static final String HIDDEN = "[redacted]";
    private static final int SHORTEST_SECRET = 6;
    /** Word by word, so that authors and private subnets keep no secrets; words that people write together count too. */
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)(.*[_.-])?(\\w*(secrets?|tokens?|passwords?|passwd|passphrase)"
                    + "|pwd|pass|credentials?|auth|authorization|jwt|(private|api|access|account|signing|encryption)_?keys?)([_.-].*)?");

    private static final Pattern SECRET_SHAPE = Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_\\w{20,}|\\bxox[abprs]-[\\w-]{10,}"
            + "|\\beyJ[\\w-]{10,}\\.[\\w-]{10,}(\\.[\\w-]*)?|(?<=://)[^/@\\s:]{1,200}:[^/@\\s]{1,200}(?=@)");

    private final List<String> secrets;
    private final Optional<String> unsaid;

    private Redaction(List<String> secrets, Optional<String> unsaid) {
        this.secrets = secrets;
        this.unsaid = unsaid;
    }

    /**
     * Hides the values of the variables whose names say that they are secret, and leaves out the folder that stands for the
     * checkout, so that paths read as in the checkout.
     */
    static Redaction of(UserEnvironment environment, Optional<Path> likeness) {
        return new Redaction(
                secretsOf(environment),
                likeness.map(folder -> folder + folder.getFileSystem().getSeparator()));
    }

    private static List<String> secretsOf(UserEnvironment environment) {
        return environment.variables().entrySet().stream()
                .filter(variable -> SECRET_NAME.matcher(variable.getKey()).matches())
                .flatMap(variable -> variable.getValue().lines())
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** The values that are hidden wherever they stand. */
    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    /** One line, fit to be shown. */
    String clean(String line) {
        String plain = Invisible.removedFrom(line);
        plain = unsaid.isPresent() ? plain.replace(unsaid.get(), "") : plain;
        for (String secret : secrets) {
            plain = plain.replace(secret, HIDDEN);
        }
        return SECRET_SHAPE.matcher(plain).replaceAll(HIDDEN);
    }
}
