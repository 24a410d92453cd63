package dev.drift.it.parity;

import dev.drift.catalog.CatalogException;
import dev.drift.config.InvalidConfigException;
import dev.drift.stack.Stack;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.project.StackDeclaration;
import dev.drift.terramate.tag.TagFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks our own catalog and answers in the words of the real program. */
final class OurCatalog {

    private OurCatalog() {}

    static Answer answer(Path project, Question question) throws IOException {
        try {
            TagFilter filter = TagFilter.parse(question.values("--tags"), question.values("--no-tags"));
            TerramateCatalog catalog = TerramateCatalog.at(project.resolve(question.directory()));
            List<Stack> stacks = catalog.stacks().stream().filter(filter::picks).toList();
            return new Answer(
                    false,
                    switch (question.verb()) {
                        case "stacks" ->
                            catalog.declarations().stream()
                                    .filter(declared -> stacks.contains(declared.stack()))
                                    .map(OurCatalog::metadata)
                                    .toList();
                        case "order" -> paths(project, catalog.inRunOrder(stacks));
                        default -> paths(project, stacks);
                    });
        } catch (CatalogException refused) {
            return new Answer(
                    true, refused.problems().stream().map(Object::toString).toList());
        } catch (InvalidConfigException refused) {
            return new Answer(
                    true, refused.problems().stream().map(Object::toString).toList());
        }
    }

    /** From where the case lies, which need not be the root of the project. */
    private static List<String> paths(Path top, List<Stack> stacks) throws IOException {
        Path real = top.toRealPath();
        return stacks.stream()
                .map(stack -> "/" + real.relativize(stack.directory()))
                .toList();
    }

    private static String metadata(StackDeclaration declared) {
        Stack stack = declared.stack();
        Map<String, String> facts = new TreeMap<>();
        stack.id().ifPresent(id -> facts.put("id", quoted(id.value())));
        facts.put("name", quoted(stack.name()));
        facts.put("description", quoted(stack.description()));
        facts.put("tags", list(stack.tags().stream().map(Object::toString).toList()));
        facts.put("before", list(declared.before()));
        facts.put("after", list(declared.after()));
        return stack.path() + " " + facts;
    }

    private static String list(List<String> texts) {
        return texts.stream().map(OurCatalog::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "\"";
    }
}
