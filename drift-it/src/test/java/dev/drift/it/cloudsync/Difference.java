package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A field that both commands tell differently.
 *
 * @param stack of which stack
 * @param kind when
 * @param field which one
 * @param isAbsent whether our command leaves it out, rather than telling another value
 */
record Difference(String stack, Telling.Kind kind, String field, boolean isAbsent) {

    /**
     * Everything that may differ, and does.
     *
     * @param fields which ones
     * @param stacks where
     * @param words what the documentation says of it
     */
    record Documented(Telling.Kind kind, Set<String> fields, boolean isAbsent, Set<String> stacks, String words) {
        Documented {
            requireNonNull(kind, "kind is null");
            fields = Set.copyOf(fields);
            stacks = Set.copyOf(stacks);
            requireNonNull(words, "words is null");
        }
    }

    private static final Set<String> EVERYWHERE =
            Set.of("/stacks/broken", "/stacks/payments-api", "/stacks/pending", "/stacks/secrets", "/stacks/settings");

    private static final Set<String> WITH_PLAN = Set.of("/stacks/payments-api", "/stacks/pending", "/stacks/secrets");

    static final List<Documented> DOCUMENTED = List.of(
            new Documented(Telling.Kind.START, Set.of("started_at"), false, EVERYWHERE, "`started_at`, `updated_at`"),
            new Documented(Telling.Kind.FINISH, Set.of("updated_at"), false, EVERYWHERE, "`started_at`, `updated_at`"),
            new Documented(Telling.Kind.START, Set.of("command[]"), false, EVERYWHERE, "`command`"),
            new Documented(Telling.Kind.FINISH, Set.of("status"), false, Set.of("/stacks/pending"), "`status`"),
            new Documented(
                    Telling.Kind.FINISH,
                    Set.of(
                            "changeset.provisioner",
                            "changeset.changeset_ascii",
                            "changeset.changeset_json",
                            "changeset.serial"),
                    true,
                    Set.of("/stacks/settings"),
                    "`changeset`"),
            new Documented(
                    Telling.Kind.FINISH, Set.of("changeset.changeset_ascii"), false, WITH_PLAN, "`changeset_ascii`"),
            new Documented(
                    Telling.Kind.FINISH, Set.of("changeset.changeset_json"), false, WITH_PLAN, "`changeset_json`"));

    /** What may differ of these stacks. */
    static Set<String> documented(Set<String> stacks) {
        SortedSet<String> all = new TreeSet<>();
        for (Documented each : DOCUMENTED) {
            for (String stack : each.stacks()) {
                if (stacks.contains(stack)) {
                    each.fields()
                            .forEach(field ->
                                    all.add(new Difference(stack, each.kind(), field, each.isAbsent()).toString()));
                }
            }
        }
        return all;
    }

    /** What does differ of two commands; a field that only ours tells is told by another value than none. */
    static Set<String> seen(Map<String, List<Telling>> ours, Map<String, List<Telling>> theirs) {
        SortedSet<String> all = new TreeSet<>();
        theirs.forEach((stack, tellings) -> {
            for (int i = 0; i < tellings.size(); i++) {
                Telling there = tellings.get(i);
                Telling here = ours.get(stack).get(i);
                SortedSet<String> fields = new TreeSet<>(there.fields().keySet());
                fields.addAll(here.fields().keySet());
                for (String field : fields) {
                    boolean isAbsent = !here.fields().containsKey(field);
                    if (isAbsent
                            || !here.fields().get(field).equals(there.fields().get(field))) {
                        all.add(new Difference(stack, there.kind(), field, isAbsent).toString());
                    }
                }
            }
        });
        return all;
    }

    @Override
    public String toString() {
        return stack + " " + kind + " " + field + (isAbsent ? " absent" : "");
    }
}
