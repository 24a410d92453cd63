package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as {@code %f}, {@code %e} and {@code %g} write them. Takes numbers without a sign. */
final class NumberText {

    private static final int SMALLEST_PLAIN = -4;
    private static final int PLAIN_DIGITS = 6;

    private NumberText() {}

    static String fixed(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    static String exponential(BigDecimal number, int decimals) {
        BigDecimal rounded = number.round(new MathContext(decimals + 1, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        return fixed(rounded.scaleByPowerOfTen(-exponent), decimals) + exponentText(exponent);
    }

    /** As few digits as say the number exactly; with an exponent if it is very large or very small. */
    static String shortest(BigDecimal number) {
        String sign = number.signum() < 0 ? "-" : "";
        BigDecimal size = number.abs().stripTrailingZeros();
        return sign + (isPlain(exponent(size)) ? size.toPlainString() : scientific(size));
    }

    static String significant(BigDecimal number, int digits) {
        BigDecimal rounded = number.round(new MathContext(Math.max(1, digits), RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return exponent(rounded) >= SMALLEST_PLAIN && exponent(rounded) < Math.max(1, digits)
                ? rounded.toPlainString()
                : scientific(rounded);
    }

    private static boolean isPlain(int exponent) {
        return exponent >= SMALLEST_PLAIN && exponent < PLAIN_DIGITS;
    }

    private static String scientific(BigDecimal number) {
        int exponent = exponent(number);
        return number.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString() + exponentText(exponent);
    }

    private static int exponent(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
    }

    private static String exponentText(int exponent) {
        return (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
