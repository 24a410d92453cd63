package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.math.BigDecimal;

/** Terraform's conversions between texts and what they write: code may say {@code "80"} where the object holds 80. */
final class Conversions {

    private Conversions() {}

    /** Whether the two are one value once converted. Null and unknown equal nothing but themselves. */
    static boolean same(Value declared, Value seen) {
        if (declared.equals(seen)) {
            return true;
        }
        if (declared instanceof Value.Text text) {
            return writes(text.value(), seen);
        }
        return seen instanceof Value.Text text && writes(text.value(), declared);
    }

    private static boolean writes(String text, Value value) {
        if (value instanceof Value.Bool truth) {
            return text.equals(Boolean.toString(truth.value()));
        }
        return value instanceof Value.Decimal number && text.length() <= 40 && isNumber(text, number.value());
    }

    private static boolean isNumber(String text, BigDecimal number) {
        try {
            return new BigDecimal(text).compareTo(number) == 0;
        } catch (NumberFormatException notOne) {
            return false;
        }
    }
}
