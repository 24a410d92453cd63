package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;

/** Functions of numbers. */
final class NumberFunctions {

    private static final int LARGEST_RADIX = 36;
    private static final int LONGEST_INTEGER = 1_000;

    private NumberFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.atLeast("tm_max", 1, a -> extreme(a, BigDecimal::max)),
                HclFunction.atLeast("tm_min", 1, a -> extreme(a, BigDecimal::min)),
                HclFunction.of("tm_abs", 1, a -> number(a.number(0).abs())),
                HclFunction.of("tm_ceil", 1, a -> number(a.number(0).setScale(0, RoundingMode.CEILING))),
                HclFunction.of("tm_floor", 1, a -> number(a.number(0).setScale(0, RoundingMode.FLOOR))),
                HclFunction.of("tm_signum", 1, a -> HclValue.of(a.number(0).signum())),
                HclFunction.of("tm_parseint", 2, NumberFunctions::parsed),
                HclFunction.of("tm_sum", 1, NumberFunctions::sum));
    }

    private static HclValue number(BigDecimal value) {
        return new HclValue.Decimal(Conversion.bounded(value));
    }

    private static HclValue extreme(Arguments arguments, BinaryOperator<BigDecimal> choice) {
        BigDecimal extreme = arguments.number(0);
        for (int i = 1; i < arguments.count(); i++) {
            extreme = choice.apply(extreme, arguments.number(i));
        }
        return number(extreme);
    }

    private static HclValue parsed(Arguments arguments) {
        if (!(arguments.present(0) instanceof HclValue.Text digits)) {
            throw new Refusal("argument 1 is a string");
        }
        int radix = arguments.integer(1);
        if (radix < Character.MIN_RADIX || radix > LARGEST_RADIX) {
            throw Refusal.limit("bases from 2 to " + LARGEST_RADIX + " are read here, not " + radix);
        }
        try {
            if (digits.value().length() <= LONGEST_INTEGER
                    && digits.value().chars().allMatch(c -> c < 128)) {
                return number(new BigDecimal(new BigInteger(digits.value().toLowerCase(Locale.ROOT), radix)));
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refusal("argument 1 is no integer of base " + radix);
    }

    private static HclValue sum(Arguments arguments) {
        List<HclValue> items = arguments.sequence(0).items();
        if (items.isEmpty()) {
            throw new Refusal("an empty list has no sum");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (HclValue item : items) {
            sum = sum.add(Conversion.toNumber(item), Arithmetic.PRECISION);
        }
        return number(sum);
    }
}
