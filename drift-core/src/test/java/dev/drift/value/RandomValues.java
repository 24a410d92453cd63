package dev.drift.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values of every kind that JSON has a word for, the same ones for the same seed. */
final class RandomValues {

    private static final int[] LETTERS =
            "ab\"\\/\n\t\u0000\u007f\u2028é\ud83d\ude00 .[]*0".codePoints().toArray();

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Value.ofNull();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> new Value.Decimal(new BigDecimal(new BigInteger(80, random), random.nextInt(120) - 60));
            case 3 -> Value.of(text());
            case 4 -> Value.of(items(depth - 1));
            default -> Value.of(fields(depth - 1));
        };
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private List<Value> items(int depth) {
        List<Value> items = new ArrayList<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            items.add(value(depth));
        }
        return items;
    }

    private Map<String, Value> fields(int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int size = random.nextInt(4); size > 0; size--) {
            fields.put(text(), value(depth));
        }
        return fields;
    }
}
