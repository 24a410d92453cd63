package dev.drift.terramate.project;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import java.nio.file.Path;
import java.util.List;

/**
 * A file by which somebody says that a stack is to be taken for changed, or not to be.
 *
 * @param effect what it does
 * @param reason what they say, in their words
 */
public record Trigger(Effect effect, String reason) {

    private static final String IGNORE = "ignore-change";
    private static final BlockRule RULE = BlockRule.plain()
            .with("ctime", ValueRules.NUMBER)
            .with("reason", ValueRules.TEXT)
            .with("type", ValueRules.keyword("changed", IGNORE))
            .with("context", ValueRules.keyword("stack"))
            .requiring("ctime", "reason");

    public Trigger {
        requireNonNull(effect, "effect is null");
        requireNonNull(reason, "reason is null");
    }

    /** What a trigger does to its stack. */
    public enum Effect {
        /** It counts as changed. */
        CHANGE,
        /** It does not, whatever else changed. */
        IGNORE
    }

    /**
     * Reads a file under the name that messages use.
     *
     * @throws CatalogException with everything that is wrong in it
     */
    public static Trigger read(Path file, String name) {
        ParsedFile parsed = ParsedFile.of(file, name);
        Problems problems = new Problems();
        parsed.problem().ifPresent(problems::add);
        List<Block> blocks = parsed.body().map(Body::blocks).orElse(List.of());
        parsed.body().ifPresent(body -> check(body, name, problems));
        if (!problems.isEmpty()) {
            throw new CatalogException(problems.all());
        }
        Body body = blocks.get(0).body();
        boolean ignores = body.attribute("type")
                .filter(type -> type.expression() instanceof Expression.Variable word
                        && word.name().equals(IGNORE))
                .isPresent();
        return new Trigger(
                ignores ? Effect.IGNORE : Effect.CHANGE,
                body.attribute("reason")
                        .flatMap(reason -> Valuation.CONSTANTS.textOf(reason.expression()))
                        .orElse(""));
    }

    private static void check(Body body, String name, Problems problems) {
        body.attributes()
                .values()
                .forEach(attribute -> problems.add(
                        attribute.nameSpan().toString(),
                        "Unknown attribute \"" + attribute.name() + "\" of a trigger"));
        if (body.blocks().size() != 1 || !body.blocks().get(0).type().equals("trigger")) {
            problems.add(name, "The file must hold one block \"trigger\" and nothing else");
        } else {
            RULE.check(body.blocks().get(0), "trigger", problems);
        }
    }
}
