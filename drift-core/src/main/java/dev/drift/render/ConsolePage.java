package dev.drift.render;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.SideEffect;
import dev.drift.preview.PlannedChange;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The text of a page for somebody at a terminal as it grows, line by line. Not safe for use by several threads. */
public final class ConsolePage {

    private static final int MOST_RESOURCES = 30;
    private static final int MOST_BRIEF = 3;
    private static final int MOST_FIELDS = 20;
    private static final int MOST_MOVES = 10;
    private static final int WIDEST_PATH = 36;

    private final StringBuilder text = new StringBuilder();
    private final Paint paint;
    private final int width;
    private final boolean verbose;

    /** An empty page of that width; a verbose one leaves nothing out. */
    public ConsolePage(Paint paint, int width, boolean verbose) {
        this.paint = paint;
        this.width = width;
        this.verbose = verbose;
    }

    /** Its colours. */
    public Paint paint() {
        return paint;
    }

    /** What stands on it so far. */
    public String text() {
        return text.toString();
    }

    /** One line, as it is. */
    public void line(int indent, String content) {
        text.append(content.isEmpty() ? "" : " ".repeat(indent)).append(content).append('\n');
    }

    /** A heading behind an empty line. */
    public void title(String title) {
        line(0, "");
        line(0, paint.bold(title));
    }

    /** Strangers' words behind a lead, wrapped to the width; the lines after the first stand below the words. */
    public void paragraph(int indent, String lead, String words) {
        int hanging = Math.min(indent + lead.length(), width / 2);
        List<String> lines = Wrapped.lines(Harmless.line(lead + words), width - hanging);
        line(indent, lines.get(0));
        lines.stream().skip(1).forEach(more -> line(hanging, more));
    }

    /** Says how many things are left out, if any are. */
    void more(int indent, int count, String thing) {
        if (count > 0) {
            line(indent, paint.dim("… and " + count + " more " + thing + (count == 1 ? "" : "s")));
        }
    }

    /** What happened to resources. */
    void happened(List<ResourceFinding> findings) {
        resources(findings, ResourceText::happened);
    }

    /** What an apply would do to resources. */
    public void planned(List<ResourceFinding> findings) {
        resources(findings, resource -> "to " + resource.planned());
    }

    /**
     * The same, all of it, verbose or not: no object, no field and no part of a value is left out; what is longer than a line goes
     * on in the next. What goes stands first.
     */
    public void plannedInFull(List<ResourceFinding> findings) {
        findings.stream()
                .sorted(Comparator.comparing(finding -> !finding.isDestructive()))
                .forEach(finding -> {
                    ResourceText resource = ResourceText.of(finding);
                    head(resource, "to " + resource.planned());
                    int longest = longest(resource, Integer.MAX_VALUE);
                    resource.fields().forEach(field -> whole(field, longest));
                });
    }

    /** What an apply does besides changing resources. */
    public void besides(List<SideEffect> effects) {
        effects.forEach(effect -> paragraph(4, "to ", effect.toString()));
    }

    /** What an apply would do to resources, and where that comes from; what would go stands first and is never left out. */
    void previewed(List<PlannedChange> changes) {
        int destructive =
                (int) changes.stream().filter(PlannedChange::isDestructive).count();
        int most = verbose ? Integer.MAX_VALUE : Math.max(MOST_RESOURCES, destructive);
        PlannedText.ordered(changes).stream().limit(most).forEach(change -> {
            ResourceText resource = PlannedText.of(change);
            String words = PlannedText.words(change);
            String shown = change.isDestructive() ? paint.red(words) : paint.dim(words);
            line(4, paint.sign(resource.sign()) + " " + resource.address() + "  " + shown);
            fields(resource, change.isDestructive() ? Integer.MAX_VALUE : mostFields());
        });
        more(4, changes.size() - most, "resource");
    }

    /** The first of the resources an apply would touch, by their addresses alone. */
    void plannedBriefly(List<ResourceFinding> findings) {
        findings.stream()
                .limit(MOST_BRIEF)
                .map(ResourceText::of)
                .forEach(resource -> line(
                        4,
                        paint.sign(resource.sign()) + " " + Harmless.shortened(resource.address(), width - 20)
                                + paint.dim("  to " + resource.planned())));
        more(4, findings.size() - MOST_BRIEF, "resource");
    }

    private void resources(List<ResourceFinding> findings, Function<ResourceText, String> verb) {
        int most = verbose ? Integer.MAX_VALUE : MOST_RESOURCES;
        findings.stream().limit(most).map(ResourceText::of).forEach(resource -> resource(resource, verb));
        more(4, findings.size() - most, "resource");
    }

    private void resource(ResourceText resource, Function<ResourceText, String> verb) {
        head(resource, verb.apply(resource));
        if (!resource.waived().isEmpty()) {
            paragraph(6, "", resource.waived());
        }
        fields(resource, mostFields());
    }

    private void head(ResourceText resource, String verb) {
        String words = resource.fields().isEmpty() ? paint.dim("  " + verb) : "";
        line(4, paint.sign(resource.sign()) + " " + resource.address() + words);
    }

    private int mostFields() {
        return verbose ? Integer.MAX_VALUE : MOST_FIELDS;
    }

    private void fields(ResourceText resource, int most) {
        int longest = longest(resource, most);
        resource.fields().stream().limit(most).forEach(field -> field(field, longest));
        more(8, resource.fields().size() - most, "field");
    }

    /** How wide the column of paths is. */
    private static int longest(ResourceText resource, int most) {
        return resource.fields().stream()
                .limit(most)
                .filter(field -> field.moves().size() == 1)
                .mapToInt(field -> field.path().length())
                .filter(length -> length <= WIDEST_PATH)
                .max()
                .orElse(0);
    }

    private void whole(FieldText field, int longest) {
        if (field.moves().size() == 1) {
            whole(
                    8,
                    field.path() + " ".repeat(Math.max(0, longest - field.path().length())),
                    field.moves().get(0),
                    label(field));
            return;
        }
        paragraph(8, "", field.path() + (field.label().isEmpty() ? "" : "  (" + field.label() + ")"));
        field.moves().forEach(move -> whole(10, move.place(), move, ""));
    }

    /** On one line if there is room; else what it was and what it becomes each below the place. */
    private void whole(int indent, String place, Move move, String label) {
        String lead = place.isEmpty() ? "" : place + "  ";
        if (indent + lead.length() + move.values().length() <= width) {
            line(indent, lead + values(move) + label);
            return;
        }
        if (!place.isEmpty()) {
            wrapped(indent, "", place.stripTrailing(), text -> text);
        }
        move.before().ifPresent(text -> wrapped(indent + 2, "- ", text, paint::red));
        move.after().ifPresent(text -> wrapped(indent + 2, "+ ", text, paint::green));
    }

    private void wrapped(int indent, String lead, String text, UnaryOperator<String> colour) {
        int hanging = indent + lead.length();
        List<String> lines = Wrapped.lines(text, Math.max(width / 2, width - hanging));
        line(indent, lead + colour.apply(lines.get(0)));
        lines.stream().skip(1).forEach(more -> line(hanging, colour.apply(more)));
    }

    private String label(FieldText field) {
        return field.label().isEmpty() ? "" : paint.dim("  (" + field.label() + ")");
    }

    private void field(FieldText field, int longest) {
        String label = label(field);
        if (field.moves().size() == 1) {
            String path = Harmless.shortened(field.path(), width / 2);
            String padded = path + " ".repeat(Math.max(0, longest - path.length()));
            Move move = field.moves().get(0).within(room(width - 10 - padded.length()));
            line(8, padded + "  " + values(move) + label);
            return;
        }
        line(8, Harmless.shortened(field.path(), width - 8) + label);
        int most = verbose ? Integer.MAX_VALUE : MOST_MOVES;
        field.moves().stream().limit(most).forEach(this::move);
        more(10, field.moves().size() - most, "difference");
    }

    private void move(Move whole) {
        String place = Harmless.shortened(whole.place(), width / 2);
        Move move = whole.within(room(width - 14 - place.length()));
        line(10, place + (place.isEmpty() ? "" : "  ") + values(move));
    }

    private int room(int left) {
        return verbose ? Integer.MAX_VALUE / 2 : left;
    }

    private String values(Move move) {
        String before = move.before().map(paint::red).orElse("");
        String after = move.after().map(paint::green).orElse("");
        boolean both = move.before().isPresent() && move.after().isPresent();
        return both ? before + " → " + after : paint.sign(move.sign()) + " " + before + after;
    }
}
