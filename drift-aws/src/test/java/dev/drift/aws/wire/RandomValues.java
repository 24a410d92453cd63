package dev.drift.aws.wire;

import dev.drift.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Values as providers exchange them, of every kind and some depth. */
final class RandomValues {

    private static final String[] TEXTS = {"", "a", "eu-central-1", "ünïcode \uD83D\uDE00", "x".repeat(300)};

    private final Random random;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    Value next(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> Value.ofNull();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong() >> random.nextInt(64));
            case 3 ->
                new Value.Decimal(BigDecimal.valueOf(random.nextGaussian() * 1024)
                        .setScale(0, java.math.RoundingMode.DOWN)
                        .divide(BigDecimal.valueOf(8)));
            case 4 -> Value.of(TEXTS[random.nextInt(TEXTS.length)]);
            case 5 -> Value.unknown();
            case 6 ->
                Value.of(IntStream.range(0, random.nextInt(20))
                        .mapToObj(at -> next(depth - 1))
                        .toList());
            default -> object(depth - 1);
        };
    }

    private Value object(int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int at = random.nextInt(20); at > 0; at--) {
            fields.put("f" + random.nextInt(1000), next(depth));
        }
        return Value.of(fields);
    }

    /** A number that neither an integer of 64 bits nor a float holds. */
    static Value unholdable() {
        return new Value.Decimal(new BigDecimal(BigInteger.TWO.pow(70).add(BigInteger.ONE)));
    }
}
