package dev.drift.cli;

import dev.drift.audit.AuditAnchor;
import dev.drift.cli.estate.Engine;
import dev.drift.cli.estate.PlaceText;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Nearest;
import dev.drift.config.SecretReference;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Residency;
import dev.drift.estate.Shard;
import dev.drift.provision.page.ProvisionFormat;
import dev.drift.render.PreviewFormat;
import dev.drift.render.ReportFormat;
import dev.drift.terramate.cloud.message.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are written; a value that is none is told with what was probably meant. */
final class Values {

    private static final ITypeConverter<ReportFormat> FORMAT = oneOf("format", ReportFormat.values());
    private static final ITypeConverter<ProvisionFormat> PROVISION_FORMAT = oneOf("format", ProvisionFormat.values());
    private static final ITypeConverter<PreviewFormat> PREVIEW_FORMAT = oneOf("format", PreviewFormat.values());
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h)");

    private Values() {}

    static void register(CommandLine commandLine) {
        commandLine
                .registerConverter(ReportFormat.class, FORMAT)
                .registerConverter(ReportTarget.class, Values::target)
                .registerConverter(ProvisionFormat.class, PROVISION_FORMAT)
                .registerConverter(ProvisionOutput.Target.class, text -> {
                    String[] parts = parts(text);
                    return new ProvisionOutput.Target(
                            PROVISION_FORMAT.convert(parts[0]), understood(parts[1], PlaceText::local));
                })
                .registerConverter(PreviewFormat.class, PREVIEW_FORMAT)
                .registerConverter(PreviewTarget.class, Values::previewTarget)
                .registerConverter(IacTool.class, oneOf("tool", IacTool.values()))
                .registerConverter(Tooling.Provider.class, oneOf("provider", Tooling.Provider.values()))
                .registerConverter(Engine.class, oneOf("engine", Engine.values()))
                .registerConverter(ListCommand.Order.class, oneOf("order", ListCommand.Order.values()))
                .registerConverter(ListCommand.Status.class, oneOf("status", ListCommand.Status.values()))
                .registerConverter(Target.class, text -> understood(text, Target::of))
                .registerConverter(ListCommand.Form.class, oneOf("format", ListCommand.Form.values()))
                .registerConverter(StatusCommand.Form.class, oneOf("format", StatusCommand.Form.values()))
                .registerConverter(DoctorCommand.Form.class, oneOf("format", DoctorCommand.Form.values()))
                .registerConverter(CompletionCommand.Shell.class, oneOf("shell", CompletionCommand.Shell.values()))
                .registerConverter(Shard.class, text -> understood(text, Shard::parse))
                .registerConverter(Parallelism.class, text -> understood(text, whole(Parallelism::new)))
                .registerConverter(Sample.class, text -> understood(text, whole(Sample::new)))
                .registerConverter(TrailPlace.class, text -> understood(text, TrailPlace::of))
                .registerConverter(SecretReference.class, text -> understood(text, SecretReference::parse))
                .registerConverter(Residency.class, text -> understood(text, Residency::new))
                .registerConverter(AuditAnchor.class, text -> understood(text, AuditAnchor::parse))
                .registerConverter(AuditVerifyCommand.Form.class, oneOf("format", AuditVerifyCommand.Form.values()))
                .registerConverter(Path.class, text -> understood(text, PlaceText::local))
                .registerConverter(Duration.class, Values::duration);
    }

    /** The word of a constant, on the command line and in messages. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> ITypeConverter<E> oneOf(String thing, E[] constants) {
        return text -> Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> known =
                            Arrays.stream(constants).map(Values::word).toList();
                    String question = Nearest.question(text, known);
                    return new TypeConversionException("\"" + text + "\" is no " + thing
                            + (question.isEmpty() ? ": it is one of " + String.join(", ", known) : question));
                });
    }

    private static ReportTarget target(String text) throws Exception {
        String[] parts = parts(text);
        return new ReportTarget(FORMAT.convert(parts[0]), understood(parts[1], PlaceText::local));
    }

    private static PreviewTarget previewTarget(String text) throws Exception {
        String[] parts = parts(text);
        return new PreviewTarget(PREVIEW_FORMAT.convert(parts[0]), understood(parts[1], PlaceText::local));
    }

    /** Format and file of {@code FORMAT=FILE}. */
    private static String[] parts(String text) {
        int equals = text.indexOf('=');
        String file = text.substring(equals + 1);
        if (equals < 0 || file.isEmpty()) {
            throw new TypeConversionException("\"" + text + "\" is not FORMAT=FILE, such as json=drift.json");
        }
        if (file.equals("-")) {
            throw new TypeConversionException(
                    "\"" + text + "\": a report goes to a file; --format says what standard output holds");
        }
        return new String[] {text.substring(0, equals), file};
    }

    private static <T> Function<String, T> whole(IntFunction<T> made) {
        return text -> {
            try {
                return made.apply(Integer.parseInt(text));
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException("\"" + text + "\" is no number", noNumber);
            }
        };
    }

    private static Duration duration(String text) {
        Matcher written = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            throw new TypeConversionException("\"" + text + "\" is no time: write 90s, 15m or 1h");
        }
        int number = Integer.parseInt(written.group(1));
        if (number == 0) {
            throw new TypeConversionException("\"" + text + "\" leaves no time at all: the least is 1s");
        }
        Duration duration = switch (written.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
        if (duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new TypeConversionException("\"" + text + "\" is more than a day");
        }
        return duration;
    }

    private static <T> T understood(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidConfigException wrong) {
            throw new TypeConversionException(wrong.problems().get(0).message());
        } catch (InvalidPathException wrong) {
            throw new TypeConversionException("\"" + text + "\" is no path: " + wrong.getReason());
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
