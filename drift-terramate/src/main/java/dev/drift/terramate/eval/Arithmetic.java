package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The operators. Numbers carry 154 digits, as many as Terraform's 512 bits hold. */
final class Arithmetic {

    static final MathContext PRECISION = new MathContext(154, RoundingMode.HALF_EVEN);

    private Arithmetic() {}

    static HclValue applied(Operator operator, HclValue left, HclValue right) {
        return switch (operator) {
            case EQUAL -> HclValue.of(left.equals(right));
            case NOT_EQUAL -> HclValue.of(!left.equals(right));
            case AND -> HclValue.of(Boolean.logicalAnd(operandBool(left), operandBool(right)));
            case OR -> HclValue.of(Boolean.logicalOr(operandBool(left), operandBool(right)));
            default -> computed(operator, operand(left), operand(right));
        };
    }

    private static HclValue computed(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case LESS -> HclValue.of(left.compareTo(right) < 0);
            case LESS_OR_EQUAL -> HclValue.of(left.compareTo(right) <= 0);
            case GREATER -> HclValue.of(left.compareTo(right) > 0);
            case GREATER_OR_EQUAL -> HclValue.of(left.compareTo(right) >= 0);
            case PLUS -> number(left.add(right, PRECISION));
            case MINUS -> number(left.subtract(right, PRECISION));
            case TIMES -> number(left.multiply(right, PRECISION));
            case DIVIDED_BY -> number(quotient(left, right));
            default -> number(right.signum() == 0 ? left : left.remainder(right));
        };
    }

    static HclValue negated(HclValue value) {
        return number(operand(value).negate());
    }

    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw Refusal.limit("this divides by zero");
        }
        return left.divide(right, PRECISION);
    }

    static boolean operandBool(HclValue value) {
        if (value.isNull()) {
            throw new Refusal("a bool is required, not null");
        }
        return Conversion.toBool(value);
    }

    private static BigDecimal operand(HclValue value) {
        if (value.isNull()) {
            throw new Refusal("a number is required, not null");
        }
        return Conversion.toNumber(value);
    }

    private static HclValue number(BigDecimal value) {
        return new HclValue.Decimal(Conversion.bounded(value));
    }
}
