package dev.drift.terramate.code;

import dev.drift.terramate.eval.EvaluationException;
import dev.drift.terramate.eval.Evaluator;
import dev.drift.terramate.eval.FunctionTable;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.eval.Scope;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Calls;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.TemplatePart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One reading of a unit of Terragrunt, in Terragrunt's order: includes, locals, everything else. Notes which files are read on
 * the way; what an expression is worth matters only as far as it names one.
 */
final class TerragruntUnit {

    private static final int MOST_CONFIGURATIONS = 200;

    private final Notes notes;
    private final Path unit;
    private final boolean included;
    private Optional<String> source = Optional.empty();

    TerragruntUnit(Path root, Path unit, Map<String, String> environment) {
        this(new Notes(root, environment, new LinkedHashSet<>(), new TreeSet<>(), new HashMap<>()), unit, false);
    }

    private TerragruntUnit(Notes notes, Path unit, boolean included) {
        this.notes = notes;
        this.unit = unit;
        this.included = included;
    }

    /** What all files that belong to one reading share. A configuration that is still being read has no value yet. */
    private record Notes(
            Path root,
            Map<String, String> environment,
            Set<Path> files,
            Set<String> untold,
            Map<Path, Optional<HclValue>> configurations) {}

    Path unit() {
        return unit;
    }

    Set<Path> files() {
        return notes.files();
    }

    Set<String> untold() {
        return notes.untold();
    }

    Optional<String> source() {
        return source;
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(notes.environment().get(name));
    }

    void note(Path file) {
        notes.files().add(file.normalize());
    }

    /** Reads a file of the unit, and returns what others see of it: its locals and inputs. */
    HclValue look(Path file) {
        Body body = CodeFile.read(file, name(file)).body();
        TerragruntFunctions functions = new TerragruntFunctions(this, file);
        Scope scope = Scope.of(FunctionTable.terragrunt(unit, functions.all()));
        Sight outside = new Sight(scope, functions);
        Sight around = new Sight(scope.with("include", includes(body, outside)), functions);
        HclValue locals = locals(body, around);
        Sight inside = around.with("local", locals);
        lookAtBody(body, inside);
        Map<String, HclValue> shown = new TreeMap<>();
        shown.put("locals", locals);
        body.attribute("inputs")
                .flatMap(inputs -> inside.value(inputs.expression()))
                .ifPresent(value -> shown.put("inputs", value));
        return object(shown);
    }

    private HclValue includes(Body body, Sight sight) {
        Map<String, HclValue> included = new TreeMap<>();
        for (Block block : body.blocks("include")) {
            HclValue seen = include(block, sight);
            if (block.labels().isEmpty()) {
                return seen;
            }
            included.put(block.labels().get(0), seen);
        }
        return object(included);
    }

    /** Reads a configuration as that of another unit, once. */
    HclValue lookElsewhere(Path file) {
        Map<Path, Optional<HclValue>> known = notes.configurations();
        if (!known.containsKey(file) && known.size() >= MOST_CONFIGURATIONS) {
            untold().add(name(file));
        } else if (!known.containsKey(file)) {
            known.put(file, Optional.empty());
            Path directory = file.resolveSibling("").normalize();
            known.put(file, Optional.of(new TerragruntUnit(notes, directory, false).look(file)));
        }
        return known.getOrDefault(file, Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(file + " reads itself, or is one of too many"));
    }

    private HclValue include(Block include, Sight sight) {
        Optional<Path> file = include.body()
                .attribute("path")
                .flatMap(path -> sight.told(path.expression(), untold()))
                .flatMap(TerragruntUnit::text)
                .map(unit::resolve)
                .map(Path::normalize);
        // Terragrunt refuses includes of included files.
        if (file.isEmpty() || included) {
            untold().add(include.header().toString());
            return object(Map.of());
        }
        note(file.get());
        if (!Files.isRegularFile(file.get())) {
            return object(Map.of());
        }
        TerragruntUnit inner = new TerragruntUnit(notes, unit, true);
        HclValue seen = inner.look(file.get());
        source = source.or(inner::source);
        return seen;
    }

    /** A local may refer to any other one, so they are gone through until no more of them is known. */
    private HclValue locals(Body body, Sight sight) {
        Map<String, HclValue> known = new TreeMap<>();
        List<Attribute> waiting = new ArrayList<>();
        body.blocks("locals")
                .forEach(block -> waiting.addAll(block.body().attributes().values()));
        int before = -1;
        while (before != known.size() && !waiting.isEmpty()) {
            before = known.size();
            Sight now = sight.with("local", object(known));
            waiting.removeIf(local -> {
                Optional<HclValue> value = now.value(local.expression());
                value.ifPresent(found -> known.put(local.name(), found));
                return value.isPresent();
            });
        }
        HclValue locals = object(known);
        waiting.forEach(local -> sight.with("local", locals).told(local.expression(), untold()));
        return locals;
    }

    private void lookAtBody(Body body, Sight sight) {
        body.attributes().values().forEach(attribute -> sight.told(attribute.expression(), untold()));
        for (Block block : body.blocks()) {
            if (!block.type().equals("locals") && !block.type().equals("include")) {
                lookAtBody(block.body(), sight);
            }
            if (block.type().equals("terraform")) {
                block.body().attribute("source").ifPresent(written -> lookAtSource(written.expression(), sight));
                block.body().blocks("extra_arguments").forEach(arguments -> lookAtValues(arguments.body(), sight));
            }
        }
    }

    /** Only code that lies beside the unit matters; where it has to be fetched from can stand in front of what is not known. */
    private void lookAtSource(Expression written, Sight sight) {
        Optional<String> text = sight.value(written).flatMap(TerragruntUnit::text);
        source = text.filter(place -> place.startsWith(".") || place.startsWith("/"));
        if (text.isPresent()) {
            return;
        }
        if (!(written instanceof Expression.Template template
                && template.parts().get(0) instanceof TemplatePart.Text start
                && !start.text().startsWith(".")
                && !start.text().startsWith("/"))) {
            untold().add(written.span().toString());
        }
    }

    /** Files that Terraform is told to read values of variables from. */
    private void lookAtValues(Body arguments, Sight sight) {
        for (String name : List.of("required_var_files", "optional_var_files")) {
            arguments.attribute(name).ifPresent(written -> {
                Optional<HclValue> value = sight.value(written.expression());
                if (value.isPresent() && value.get() instanceof HclValue.Sequence list) {
                    list.items().forEach(item -> text(item).ifPresent(file -> note(unit.resolve(file))));
                } else {
                    untold().add(written.expression().span().toString());
                }
            });
        }
    }

    static Optional<String> text(HclValue value) {
        return value instanceof HclValue.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    static HclValue object(Map<String, HclValue> entries) {
        return new HclValue.Mapping(HclValue.Mapping.Form.OBJECT, new TreeMap<>(entries));
    }

    private String name(Path file) {
        Path root = notes.root();
        return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
    }

    /** What expressions of a file can see. */
    private record Sight(Scope scope, TerragruntFunctions functions) {

        Sight with(String name, HclValue value) {
            return new Sight(scope.with(name, value), functions);
        }

        Optional<HclValue> value(Expression expression) {
            try {
                return Optional.of(Evaluator.evaluate(expression, scope));
            } catch (EvaluationException unknown) {
                return Optional.empty();
            }
        }

        /** The value; where there is none, what it reads is noted all the same, or else that this cannot be told. */
        Optional<HclValue> told(Expression expression, Set<String> untold) {
            Optional<HclValue> value = value(expression);
            if (value.isEmpty()) {
                Calls.of(TerragruntFunctions.READING, expression).stream()
                        .filter(call -> !reaches(call))
                        .forEach(call -> untold.add(call.span().toString()));
            }
            return value;
        }

        /** Whether it is known what the call reads; what else it is given does not matter for that. */
        private boolean reaches(Expression.FunctionCall call) {
            int before = functions.reached();
            if (value(call).isPresent() || functions.reached() != before) {
                return true;
            }
            Optional<HclValue> named = call.arguments().stream().findFirst().flatMap(this::value);
            return named.isPresent() && functions.reaches(call.name(), named.get());
        }
    }
}
