package dev.drift.terramate.code;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drift.code.CodeException;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.ObjectItem;
import dev.drift.terramate.hcl.SourceFile;
import dev.drift.terramate.hcl.SourceSpan;
import dev.drift.terramate.hcl.TemplatePart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Terraform's JSON syntax, turned into the tree that HCL is read into. Which names are blocks depends on where they stand;
 * only those that this package looks into are told apart, everything else is an attribute.
 */
final class JsonSyntax {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** How many labels the blocks below a block have; the key is the way to it. */
    private static final Map<String, Map<String, Integer>> BLOCKS = Map.of(
            "",
                    Map.of(
                            "terraform",
                            0,
                            "provider",
                            1,
                            "resource",
                            2,
                            "data",
                            2,
                            "ephemeral",
                            2,
                            "action",
                            2,
                            "check",
                            1,
                            "module",
                            1),
            "check", Map.of("data", 2),
            "terraform", Map.of("backend", 1, "cloud", 0, "required_providers", 0),
            "terraform.cloud", Map.of("workspaces", 0),
            "resource", Map.of("lifecycle", 0));

    private final SourceSpan everywhere;

    private JsonSyntax(SourceSpan everywhere) {
        this.everywhere = everywhere;
    }

    /**
     * The body that the file writes.
     *
     * @throws CodeException at the place that is no JSON
     */
    static Body parse(SourceFile source) {
        SourceSpan start = new SourceSpan(source, 0, 0);
        try {
            JsonNode root = MAPPER.readTree(source.text());
            if (!root.isObject()) {
                throw new CodeException(start + ": The file must hold one JSON object");
            }
            return new JsonSyntax(start).body(root, "");
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            String where = place == null
                    ? start.toString()
                    : source.name() + ":" + place.getLineNr() + ":" + place.getColumnNr();
            throw new CodeException(where + ": The file is no JSON that can be read", broken);
        }
    }

    private Body body(JsonNode object, String way) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>();
        Map<String, Integer> known = BLOCKS.getOrDefault(way, Map.of());
        object.properties().forEach(entry -> {
            String name = entry.getKey();
            if (known.containsKey(name)) {
                String below = way.isEmpty() ? name : way + "." + name;
                addBlocks(
                        new Block(name, List.of(), empty(), everywhere, everywhere),
                        known.get(name),
                        entry.getValue(),
                        below,
                        blocks);
            } else if (!name.equals("//")) {
                attributes.put(name, new Attribute(name, expression(entry.getValue()), everywhere, everywhere));
            }
        });
        return new Body(attributes, blocks, everywhere);
    }

    private void addBlocks(Block soFar, int missing, JsonNode node, String way, List<Block> blocks) {
        if (node.isArray()) {
            node.forEach(item -> addBlocks(soFar, missing, item, way, blocks));
        } else if (missing > 0) {
            node.properties().forEach(entry -> {
                List<String> labels = new ArrayList<>(soFar.labels());
                labels.add(entry.getKey());
                addBlocks(
                        new Block(soFar.type(), labels, empty(), everywhere, everywhere),
                        missing - 1,
                        entry.getValue(),
                        way,
                        blocks);
            });
        } else if (node.isObject()) {
            blocks.add(new Block(soFar.type(), soFar.labels(), body(node, way), everywhere, everywhere));
        }
    }

    private Body empty() {
        return new Body(Map.of(), List.of(), everywhere);
    }

    private Expression expression(JsonNode node) {
        if (node.isNull()) {
            return new Expression.NullLiteral(everywhere);
        }
        if (node.isBoolean()) {
            return new Expression.BooleanLiteral(node.booleanValue(), everywhere);
        }
        if (node.isNumber()) {
            return new Expression.NumberLiteral(node.decimalValue(), everywhere);
        }
        if (node.isTextual()) {
            return text(node.textValue());
        }
        if (node.isArray()) {
            List<Expression> items = new ArrayList<>();
            node.forEach(item -> items.add(expression(item)));
            return new Expression.ListConstructor(items, everywhere);
        }
        List<ObjectItem> items = new ArrayList<>();
        node.properties()
                .forEach(entry -> items.add(new ObjectItem(text(entry.getKey()), expression(entry.getValue()))));
        return new Expression.ObjectConstructor(items, everywhere);
    }

    /** A string with a template in it is kept as a name that nothing knows, so that it is taken for no literal. */
    private Expression text(String text) {
        return text.contains("${") || text.contains("%{")
                ? new Expression.Variable(text, everywhere)
                : new Expression.Template(List.of(new TemplatePart.Text(text, everywhere)), everywhere);
    }
}
