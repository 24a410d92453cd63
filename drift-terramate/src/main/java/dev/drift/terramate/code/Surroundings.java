package dev.drift.terramate.code;

import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Calls;
import dev.drift.terramate.hcl.Expression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes what the expressions of a module depend on beside the code. A file whose path is written out is read and belongs to the
 * digest; a path that is computed, the time of day, the machine, and what providers compute are beyond it.
 */
final class Surroundings {

    private static final String TEMPLATE = "templatefile";
    private static final Set<String> READING = withNamespace(Set.of(
            "file",
            "filebase64",
            "filebase64sha256",
            "filebase64sha512",
            "filemd5",
            "filesha1",
            "filesha256",
            "filesha512",
            TEMPLATE));

    private static final Set<String> FICKLE = withNamespace(Set.of(
            "fileexists",
            "fileset",
            "templatestring",
            "timestamp",
            "plantimestamp",
            "uuid",
            "bcrypt",
            "abspath",
            "pathexpand"));

    /** What no name of a function tells: functions of providers do what they like, and the directory to start from is not code. */
    private static final Pattern FOREIGN = Pattern.compile("\\bprovider\\s*::|\\bpath\\s*\\.\\s*cwd\\b");

    /** Data sources that read files of the checkout or run its programs, by the providers that have them. */
    private static final Pattern LOCAL_DATA = Pattern.compile("(archive|local|external|template|sops)(_.*)?");

    private static final Pattern WRITTEN_OUT =
            Pattern.compile("\"(?:\\$\\{path\\.(module|root)\\}/++)?([^\"$%\\\\~]+)\"");

    /** Such calls in a text that is not parsed; one that only looks like it costs no more than a plan. */
    private static final Pattern CALLS_BEYOND = Pattern.compile(Stream.concat(READING.stream(), FICKLE.stream())
            .filter(name -> !name.contains("::"))
            .sorted()
            .collect(Collectors.joining("|", "\\b(?:", ")\\s*(?:\\(|/[*/]|#)|" + FOREIGN.pattern())));

    private final ReadFiles files;
    private final Path top;
    private final Path module;

    /** Of a module that is called, however deep, by the one at the top. */
    Surroundings(ReadFiles files, Path top, Path module) {
        this.files = files;
        this.top = top;
        this.module = module;
    }

    void note(Body body) {
        body.attributes().values().forEach(attribute -> note(attribute.expression()));
        for (Block block : body.blocks()) {
            if (block.type().equals("data")) {
                block.label(0)
                        .filter(type -> LOCAL_DATA.matcher(type).matches())
                        .ifPresent(type -> files.beyond("data \"" + type + "\" reads what only a plan can see"));
            }
            note(block.body());
        }
    }

    private void note(Expression expression) {
        noteUnparsed(expression);
        noteFound(FOREIGN, expression.span().text(), expression);
        Calls.of(FICKLE, expression).forEach(call -> files.beyond(call.name() + "() at " + call.span()));
        for (Expression.FunctionCall call : Calls.of(READING, expression)) {
            if (!reads(call)) {
                files.beyond(call.name() + "() at " + call.span() + " reads a file that is not known");
            }
        }
    }

    /** The templates of JSON, which are names that are no names, and stand in nothing but lists and objects. */
    private void noteUnparsed(Expression expression) {
        if (expression instanceof Expression.Variable text) {
            noteFound(CALLS_BEYOND, text.name(), text);
        } else if (expression instanceof Expression.ListConstructor list) {
            list.items().forEach(this::noteUnparsed);
        } else if (expression instanceof Expression.ObjectConstructor object) {
            object.items().forEach(item -> {
                noteUnparsed(item.key());
                noteUnparsed(item.value());
            });
        }
    }

    private void noteFound(Pattern wanted, String text, Expression at) {
        wanted.matcher(text)
                .results()
                .forEach(found ->
                        files.beyond(found.group().replaceAll("[^\\w:.]", "") + " in the expression at " + at.span()));
    }

    private boolean reads(Expression.FunctionCall call) {
        Optional<String> content = call.arguments().stream().findFirst().flatMap(this::content);
        boolean readsOn = call.name().endsWith(TEMPLATE)
                && content.filter(text -> CALLS_BEYOND.matcher(text).find()).isPresent();
        return content.isPresent() && !readsOn;
    }

    private Optional<String> content(Expression path) {
        Matcher written = WRITTEN_OUT.matcher(path.span().text());
        if (!written.matches()) {
            return Optional.empty();
        }
        Path from = "module".equals(written.group(1)) ? module : top;
        return files.witness(from.resolve(written.group(2)))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** OpenTofu knows every function by a second name. */
    private static Set<String> withNamespace(Set<String> names) {
        return names.stream().flatMap(name -> Stream.of(name, "core::" + name)).collect(Collectors.toUnmodifiableSet());
    }
}
