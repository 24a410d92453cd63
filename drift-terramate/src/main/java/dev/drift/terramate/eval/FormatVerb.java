package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One verb of a format, such as {@code %-5.2f} or {@code %[2]s}.
 *
 * @param flags any of {@code +}, {@code -}, {@code 0}, {@code #} and space
 * @param width how wide at least
 * @param precision digits behind the point, or characters at most
 * @param argument which value, from 0, if the verb says so
 * @param mode the letter
 * @param end where the format goes on
 */
record FormatVerb(String flags, int width, OptionalInt precision, OptionalInt argument, char mode, int end) {

    private static final int WIDEST = 1_000;

    static FormatVerb at(String format, int start) {
        Reader reader = new Reader(format, start + 1);
        String flags = reader.flags();
        int width = reader.digits();
        OptionalInt precision = reader.accept('.') ? OptionalInt.of(reader.digits()) : OptionalInt.empty();
        OptionalInt argument = OptionalInt.empty();
        if (reader.accept('[')) {
            argument = OptionalInt.of(reader.digits() - 1);
            if (!reader.accept(']')) {
                throw invalid();
            }
        }
        char mode = reader.letter();
        return new FormatVerb(flags, width, precision, argument, mode, reader.position);
    }

    String formatted(HclValue value) {
        if (mode != 'v' && value.isNull()) {
            throw new Refusal("%" + mode + " does not format null");
        }
        return switch (mode) {
            case 'v' -> padded(asIs(value));
            case 't' -> Boolean.toString(Conversion.toBool(value));
            case 's' -> padded(shortened(Conversion.toText(value)));
            case 'q' -> padded(JsonText.of(HclValue.of(shortened(Conversion.toText(value)))));
            case 'd' -> integer(value, 10);
            case 'b' -> integer(value, 2);
            case 'o' -> integer(value, 8);
            case 'x' -> integer(value, 16);
            case 'X' -> integer(value, 16).toUpperCase(Locale.ROOT);
            case 'e', 'E', 'f', 'g', 'G' -> fraction(Conversion.toNumber(value));
            default -> throw new Refusal("there is no verb %" + mode);
        };
    }

    private String asIs(HclValue value) {
        if (!has('#') && value instanceof HclValue.Text text) {
            return text.value();
        }
        if (!has('#') && value instanceof HclValue.Decimal number) {
            return NumberText.shortest(number.value());
        }
        return JsonText.of(value);
    }

    private String shortened(String text) {
        int most = precision.orElse(0);
        return most == 0 || Graphemes.count(text) <= most
                ? text
                : String.join("", Graphemes.of(text).subList(0, most));
    }

    private String integer(HclValue value, int radix) {
        BigDecimal number = Conversion.toNumber(value);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new Refusal("%" + mode + " formats a whole number");
        }
        String digits = number.abs().toBigInteger().toString(radix);
        if (precision.isPresent()) {
            digits = "0".repeat(Math.max(0, precision.getAsInt() - digits.length())) + digits;
        }
        String prefix = !has('#') ? "" : radix == 16 ? "0x" : radix == 8 ? "0" : radix == 2 ? "0b" : "";
        return signed(number.signum() < 0, prefix, digits, has('0') && precision.isEmpty());
    }

    private String fraction(BigDecimal number) {
        if (has('#')) {
            throw Refusal.limit("%#" + mode + " is not evaluated here");
        }
        BigDecimal size = number.abs();
        String digits = switch (mode) {
            case 'f' -> NumberText.fixed(size, precision.orElse(6));
            case 'e' -> NumberText.exponential(size, precision.orElse(6));
            case 'E' -> NumberText.exponential(size, precision.orElse(6)).replace('e', 'E');
            case 'g' -> general(size);
            default -> general(size).replace('e', 'E');
        };
        return signed(number.signum() < 0, "", digits, has('0'));
    }

    private String general(BigDecimal size) {
        return precision.isPresent() ? NumberText.significant(size, precision.getAsInt()) : NumberText.shortest(size);
    }

    private String signed(boolean negative, String prefix, String digits, boolean zeros) {
        String sign = (negative ? "-" : has('+') ? "+" : has(' ') ? " " : "") + prefix;
        int missing = Math.max(0, width - sign.length() - digits.length());
        if (has('-')) {
            return sign + digits + " ".repeat(missing);
        }
        return zeros ? sign + "0".repeat(missing) + digits : " ".repeat(missing) + sign + digits;
    }

    private String padded(String text) {
        if (width == 0) {
            return text;
        }
        String padding = (has('0') ? "0" : " ").repeat(Math.max(0, width - Graphemes.count(text)));
        return has('-') ? text + padding : padding + text;
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    private static Refusal invalid() {
        return new Refusal("the format ends or goes wrong within a verb");
    }

    /** Reads a verb letter by letter. */
    private static final class Reader {
        private final String format;
        private int position;

        Reader(String format, int position) {
            this.format = format;
            this.position = position;
        }

        private char next() {
            return position < format.length() ? format.charAt(position) : '\0';
        }

        String flags() {
            int start = position;
            while (next() != '\0' && "+-0# ".indexOf(next()) >= 0) {
                position++;
            }
            return format.substring(start, position);
        }

        int digits() {
            int number = 0;
            while (next() >= '0' && next() <= '9') {
                number = number * 10 + (next() - '0');
                position++;
                if (number > WIDEST) {
                    throw Refusal.limit("the format asks for more than " + WIDEST + " characters");
                }
            }
            return number;
        }

        boolean accept(char c) {
            boolean found = next() == c;
            position += found ? 1 : 0;
            return found;
        }

        char letter() {
            char letter = next();
            if ((letter < 'a' || letter > 'z') && (letter < 'A' || letter > 'Z')) {
                throw invalid();
            }
            position++;
            return letter;
        }
    }
}
