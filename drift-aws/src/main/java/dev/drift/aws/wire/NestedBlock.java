package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block inside a block, or an attribute that holds objects with a schema of their own.
 *
 * @param name its name
 * @param nesting how often it occurs
 * @param block what one of it holds
 */
public record NestedBlock(String name, Nesting nesting, SchemaBlock block) {

    private static final int NAME = 1;
    private static final int BLOCK = 2;
    private static final int NESTING = 3;
    private static final int OBJECT_ATTRIBUTES = 1;

    public NestedBlock {
        requireNonNull(name, "name is null");
        requireNonNull(nesting, "nesting is null");
        requireNonNull(block, "block is null");
    }

    /** All that is nested under this name, each walked by its schema. */
    Value walked(Value nested, boolean onlyMentioned) {
        if (nested instanceof Value.Items items) {
            return Value.of(items.values().stream()
                    .map(item -> block.walked(item, onlyMentioned))
                    .toList());
        }
        if (nested instanceof Value.Fields fields && nesting == Nesting.MAP) {
            Map<String, Value> walked = new LinkedHashMap<>();
            fields.values().forEach((key, item) -> walked.put(key, block.walked(item, onlyMentioned)));
            return Value.of(walked);
        }
        return block.walked(nested, onlyMentioned);
    }

    static boolean isEmpty(Value nested) {
        return (nested instanceof Value.Items items && items.values().isEmpty())
                || (nested instanceof Value.Fields fields && fields.values().isEmpty());
    }

    static NestedBlock read(Message message) {
        return new NestedBlock(
                message.text(NAME),
                Nesting.numbered(message.number(NESTING)),
                SchemaBlock.read(message.message(BLOCK)));
    }

    static NestedBlock ofAttribute(String name, Message object) {
        List<SchemaAttribute> attributes = object.messages(OBJECT_ATTRIBUTES).stream()
                .map(SchemaAttribute::read)
                .toList();
        return new NestedBlock(name, Nesting.numbered(object.number(NESTING)), new SchemaBlock(attributes, List.of()));
    }
}
