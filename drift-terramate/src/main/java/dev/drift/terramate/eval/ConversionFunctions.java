package dev.drift.terramate.eval;

import java.util.List;
import java.util.function.UnaryOperator;

/** Functions that change the type of a value, or choose between values. */
final class ConversionFunctions {

    private static final int ANY_NUMBER = Integer.MAX_VALUE;

    private ConversionFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                conversion("tm_tostring", value -> HclValue.of(Conversion.toText(value))),
                conversion("tm_tonumber", value -> new HclValue.Decimal(Conversion.toNumber(value))),
                conversion("tm_tobool", value -> HclValue.of(Conversion.toBool(value))),
                conversion("tm_tolist", Conversion::toList),
                conversion("tm_toset", Conversion::toSet),
                conversion("tm_tomap", Conversion::toMap),
                HclFunction.atLeast("tm_coalesce", 1, ConversionFunctions::coalesce),
                HclFunction.lazy("tm_try", 1, ANY_NUMBER, ConversionFunctions::tryEach),
                HclFunction.lazy("tm_can", 1, 1, a -> HclValue.of(can(a))),
                HclFunction.lazy("tm_ternary", 3, 3, a -> a.truth(0) ? a.any(1) : a.any(2)));
    }

    /** {@code null} stays what it is. */
    private static HclFunction conversion(String name, UnaryOperator<HclValue> conversion) {
        return HclFunction.of(name, 1, a -> a.any(0).isNull() ? a.any(0) : conversion.apply(a.any(0)));
    }

    private static HclValue coalesce(Arguments arguments) {
        return Conversion.unified(arguments.from(0), "tm_coalesce").stream()
                .filter(value -> !value.isNull() && !value.equals(HclValue.of("")))
                .findFirst()
                .orElseThrow(() -> new Refusal("every argument is null or empty"));
    }

    private static HclValue tryEach(Arguments arguments) {
        String last = "";
        for (int i = 0; i < arguments.count(); i++) {
            try {
                return arguments.any(i);
            } catch (EvaluationException e) {
                passOnLimit(e);
                last = e.reason();
            }
        }
        throw new Refusal("no argument can be evaluated; the last: " + last);
    }

    private static boolean can(Arguments arguments) {
        try {
            arguments.any(0);
            return true;
        } catch (EvaluationException e) {
            passOnLimit(e);
            return false;
        }
    }

    /** What only this evaluator does not know is no reason to take the next alternative: that would be a guess. */
    private static void passOnLimit(EvaluationException e) {
        if (e.isLimit()) {
            throw e;
        }
    }
}
