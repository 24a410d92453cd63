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

    /** All that the code writes under this name, each filled up to a whole object; null where it writes none. */
    Value filled(Value written) {
        if (nesting != Nesting.LIST && nesting != Nesting.SET) {
            throw new WireException("Blocks such as " + name + " are not made of what the code writes");
        }
        if (!written.isNull() && !(written instanceof Value.Items)) {
            throw new WireException("Blocks " + name + " are no blocks");
        }
        return Value.of(written.items().stream().map(this::filledOne).toList());
    }

    private Value filledOne(Value written) {
        if (written instanceof Value.Fields fields) {
            return block.filled(fields.values());
        }
        throw new WireException("A block " + name + " is no block");
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
