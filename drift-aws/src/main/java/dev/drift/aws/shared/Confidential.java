package dev.drift.aws.shared;

import dev.drift.aws.wire.NestedBlock;
import dev.drift.aws.wire.SchemaAttribute;
import dev.drift.aws.wire.SchemaBlock;
import dev.drift.diagnosis.Secrets;
import dev.drift.value.Value;
import java.util.Map;
import java.util.regex.Pattern;

/** Recognises configurations of providers that hold a secret: by the schema, and by names, which providers forget to mark. */
final class Confidential {

    private static final Pattern NAME =
            Pattern.compile("(?i).*(secret|token|password|passphrase|private_key|access_key|credential"
                    + "|proxy|external_id|policy).*");
    /** Names of files, which are no secrets; what lies in them is not in the configuration. */
    private static final Pattern FILE = Pattern.compile("(?i).*_(file|files|path|paths)");

    /** Who knocks at an address with a name and a password. */
    private static final Pattern KNOCKING = Pattern.compile("://[^/\\s]*@");

    private Confidential() {}

    /** Whether something in the configuration is set that must not be written down. */
    static boolean isIn(SchemaBlock schema, Value configuration) {
        return isNamed(configuration) || isMarked(schema, configuration);
    }

    private static boolean isNamed(Value value) {
        if (value instanceof Value.Fields fields) {
            for (Map.Entry<String, Value> field : fields.values().entrySet()) {
                boolean telling = NAME.matcher(field.getKey()).matches()
                        && !FILE.matcher(field.getKey()).matches();
                if ((telling
                                && field.getValue()
                                        .text()
                                        .filter(text -> !text.isEmpty())
                                        .isPresent())
                        || isNamed(field.getValue())) {
                    return true;
                }
            }
            return false;
        }
        return value.text()
                        .filter(text -> KNOCKING.matcher(text).find() || Secrets.isShownBy(text))
                        .isPresent()
                || value.items().stream().anyMatch(Confidential::isNamed);
    }

    private static boolean isMarked(SchemaBlock schema, Value value) {
        if (value.items().isEmpty()) {
            return schema.attributes().stream()
                            .anyMatch(attribute -> isMarked(attribute, value.field(attribute.name())))
                    || schema.blocks().stream().anyMatch(block -> isMarked(block, value.field(block.name())));
        }
        return value.items().stream().anyMatch(item -> isMarked(schema, item));
    }

    private static boolean isMarked(SchemaAttribute attribute, Value value) {
        boolean set = !value.isNull();
        return set
                && (attribute.qualities().contains(SchemaAttribute.Quality.SENSITIVE)
                        || attribute
                                .nested()
                                .filter(nested -> isMarked(nested, value))
                                .isPresent());
    }

    /** Blocks in a map stand under names of the code's choosing. */
    private static boolean isMarked(NestedBlock block, Value value) {
        return isMarked(block.block(), value)
                || (value instanceof Value.Fields fields
                        && fields.values().values().stream().anyMatch(item -> isMarked(block.block(), item)));
    }
}
