package dev.drift.terramate.plan;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A plan as the tool wrote it. Its format is the tool's own affair, so it is read for one question only: does it record that
 * nothing moved? Of such a plan {@code show -json} has nothing to add, and most plans of a watched estate are like that. A plan
 * that holds anything this reader does not know by number, or of which one part contradicts another, is the tool's to show.
 */
public final class PlanFile {

    private static final int TARGETS = 5;
    private static final int EXCLUDED = 6;
    private static final int REPLACED = 16;
    private static final int MODE = 17;

    /** What is asked of a plan besides its code, by the number of the field that says so. */
    private static final Map<Integer, String> BESIDES =
            Map.of(TARGETS, "-target", EXCLUDED, "-exclude", REPLACED, "-replace", MODE, "-destroy or -refresh-only");

    private static final String PLAN = "tfplan";
    private static final String LIVE_STATE = "tfstate";
    private static final int LONGEST = 64 * 1024 * 1024;

    private PlanFile() {}

    /**
     * What a plan shows in which nothing moved: the observation that {@link PlanJson} makes of its JSON. Empty if something
     * did, or if the file does not say for certain.
     *
     * @param tool who wrote it
     * @param ignores asked only if nothing moved
     */
    public static Optional<Observation> unmoved(Path file, IacTool tool, Supplier<Optional<IgnoreChanges>> ignores) {
        requireNonNull(tool, "tool is null");
        OptionalInt objects = unmovedObjects(file, tool);
        return objects.isEmpty() ? Optional.empty() : Optional.of(observation(objects.getAsInt(), ignores.get()));
    }

    /**
     * The option by which a plan is another one than the code asks for, however that came to the tool; empty if there is none, or if
     * the file does not say.
     */
    public static Optional<String> besidesCode(Path file) {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            return PlanMessage.fields(whole(parts)).stream()
                    .filter(field -> BESIDES.containsKey(field.number()) && isGiven(field))
                    .map(field -> BESIDES.get(field.number()))
                    .findFirst();
        } catch (IOException notKnown) {
            return Optional.empty();
        }
    }

    /** Early versions of Terraform kept something else than an address under one of these numbers. */
    private static boolean isGiven(PlanMessage.Field field) {
        return field.number() == MODE
                ? !field.isZero()
                : !field.text().isEmpty() && Character.isLetter(field.text().charAt(0));
    }

    private static OptionalInt unmovedObjects(Path file, IacTool tool) {
        try (ZipFile parts = new ZipFile(file.toFile())) {
            OptionalInt planned = UnmovedPlan.objects(PlanMessage.fields(whole(parts)), tool);
            return planned.isPresent() && planned.getAsInt() == live(parts) ? planned : OptionalInt.empty();
        } catch (IOException notKnown) {
            // Encrypted, of another format, too large, broken: the tool will show it or say why it cannot.
            return OptionalInt.empty();
        }
    }

    private static int live(ZipFile parts) throws IOException {
        try (InputStream state = part(parts, LIVE_STATE)) {
            return LiveState.objects(state);
        }
    }

    private static ByteBuffer whole(ZipFile parts) throws IOException {
        try (InputStream plan = part(parts, PLAN)) {
            byte[] content = plan.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new PlanDefect("the plan is too large to be kept in memory");
            }
            return ByteBuffer.wrap(content);
        }
    }

    private static InputStream part(ZipFile parts, String name) throws IOException {
        ZipEntry entry = parts.getEntry(name);
        if (entry == null) {
            throw new PlanDefect("the plan file has no part " + name);
        }
        return parts.getInputStream(entry);
    }

    private static Observation observation(int objects, Optional<IgnoreChanges> ignores) {
        return new Observation(
                List.of(),
                new CodeSide.Seen(List.of(), 0, Declarations.NONE, ignores),
                List.of(),
                Coverage.complete(objects),
                Optional.empty());
    }
}
