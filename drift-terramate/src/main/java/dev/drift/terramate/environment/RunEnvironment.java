package dev.drift.terramate.environment;

import dev.drift.catalog.CatalogException;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.terramate.eval.EvaluationException;
import dev.drift.terramate.eval.FunctionTable;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.eval.Scope;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.terramate.project.DirectoryBlocks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Terramate's {@code terramate.config.run.env}: the blocks of the stack's directory and of those above it, the nearest one to
 * name a variable winning. Evaluated as {@code terramate run} does before it runs anything; nothing is executed.
 */
public final class RunEnvironment implements StackEnvironment {

    @Override
    public Map<String, String> of(Stack stack, UserEnvironment user) throws ProbeException {
        if (!Files.isDirectory(stack.directory())) {
            return Map.of();
        }
        try {
            Path directory = stack.directory().normalize();
            List<DirectoryBlocks> levels = DirectoryBlocks.downTo(root(stack, directory), directory);
            Map<String, Expression> asked = new TreeMap<>();
            levels.forEach(level -> level.blocks().forEach(block -> collect(block, asked)));
            asked.values().removeIf(Globals::unsets);
            return asked.isEmpty() ? Map.of() : evaluated(asked, levels, stack, user);
        } catch (CatalogException unreadable) {
            throw notKnown(unreadable.problems().get(0).toString(), unreadable);
        } catch (EvaluationException | NotStaticException unknown) {
            throw notKnown(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private static Map<String, String> evaluated(
            Map<String, Expression> asked, List<DirectoryBlocks> levels, Stack stack, UserEnvironment user) {
        Map<String, HclValue> variables = Map.of(
                "terramate", TerramateVariables.of(stack, levels.get(0).directory()),
                "env", TerramateVariables.texts(user.variables()));
        Globals globals = new Globals(levels, new Scope(variables, FunctionTable.terramate(stack.directory())));
        Map<String, String> environment = new HashMap<>();
        asked.forEach((name, expression) -> {
            HclValue value = globals.valueOf(expression);
            if (value instanceof HclValue.Text text) {
                environment.put(name, text.value());
            } else if (!value.isNull()) {
                throw new NotStaticException(
                        expression, "run.env." + name + " must be a string, not " + value.kindName());
            }
        });
        return environment;
    }

    private static void collect(Block terramate, Map<String, Expression> asked) {
        if (!terramate.type().equals("terramate")) {
            return;
        }
        for (Block config : terramate.body().blocks("config")) {
            for (Block run : config.body().blocks("run")) {
                for (Block env : run.body().blocks("env")) {
                    for (Attribute attribute : env.body().attributes().values()) {
                        asked.put(attribute.name(), attribute.expression());
                    }
                }
            }
        }
    }

    /** The path of a stack tells how far above it the project begins; a stack that lies elsewhere has only itself. */
    private static Path root(Stack stack, Path directory) {
        Path within = Path.of(stack.path().value().substring(1));
        if (stack.path().value().equals("/") || !directory.endsWith(within)) {
            return directory;
        }
        int above = directory.getNameCount() - within.getNameCount();
        return above == 0 ? directory.getRoot() : directory.getRoot().resolve(directory.subpath(0, above));
    }

    private static ProbeException notKnown(String reason, RuntimeException cause) {
        return new ProbeException(ProbePhase.INIT, "the stack's run.env is not known: " + reason, cause);
    }
}
