package dev.drift.it.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code drift detect} and {@code terramate run --sync-drift-status}, on the same stacks, tell the same in the same form. */
@ExtendWith(SyncedExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireClaims {

    private static final Path DOCUMENTATION = Path.of("..", "docs", "terramate-cloud.md");

    private Synced synced;
    private Map<String, List<Telling>> ours = Map.of();
    private Map<String, List<Telling>> theirs = Map.of();

    @BeforeAll
    void live(Synced lived) {
        synced = lived;
        ours = Telling.in(lived.ours().exchanges());
        theirs = Telling.in(lived.theirs().exchanges());
    }

    @Test
    void sameStacksAreToldOfInTheSameOrderOfRequests() {
        assertThat(theirs).hasSize(5);
        assertThat(requests(ours)).isEqualTo(requests(theirs));
    }

    @Test
    void sameIsAskedBefore() {
        assertThat(asked(synced.ours()))
                .isEqualTo(asked(synced.theirs()))
                .containsExactly("GET /.well-known/cli.json", "GET /v1/memberships");
    }

    @Test
    void bodiesDifferInWhatIsDocumentedAndInNothingElse() {
        assertThat(Difference.seen(ours, theirs)).isEqualTo(Difference.documented(theirs.keySet()));
    }

    @Test
    void targetIsToldAlike() {
        Map<String, List<Telling>> here = Telling.in(synced.ourTarget().exchanges());
        Map<String, List<Telling>> there = Telling.in(synced.theirTarget().exchanges());

        assertThat(there.get("/stacks/settings").get(0).fields().get("stack.target"))
                .isEqualTo(List.of(Value.of("production")));
        assertThat(requests(here)).isEqualTo(requests(there));
        assertThat(Difference.seen(here, there)).isEqualTo(Difference.documented(Set.of("/stacks/settings")));
    }

    @Test
    void headersThatCountAreTheSame() {
        assertThat(headers(synced.ours())).isEqualTo(headers(synced.theirs())).hasSize(3);
    }

    @Test
    void planForPeopleIsTheSameTextWhereItShowsNoSecret() {
        for (String stack : List.of("/stacks/payments-api", "/stacks/pending", "/stacks/secrets")) {
            assertThat(changeset(ours, stack, "changeset_ascii"))
                    .isEqualTo(changeset(theirs, stack, "changeset_ascii").stripTrailing());
        }
    }

    @Test
    void planForProgramsHasTheSameFormAndFindsTheSameChanges() {
        for (String stack : List.of("/stacks/payments-api", "/stacks/pending", "/stacks/secrets")) {
            Value here = Json.read(changeset(ours, stack, "changeset_json"));
            Value there = Json.read(changeset(theirs, stack, "changeset_json"));

            assertThat(here.field("format_version")).isEqualTo(there.field("format_version"));
            assertThat(changes(here, "resource_changes")).isEqualTo(changes(there, "resource_changes"));
            assertThat(changes(here, "resource_drift")).isEqualTo(changes(there, "resource_drift"));
            assertThat(names(there)).as(stack).isSubsetOf(names(here));
        }
    }

    @Test
    void everyDifferenceIsDocumented() throws Exception {
        String page = Files.readString(DOCUMENTATION);
        String table = page.substring(page.indexOf("\n## On the wire\n"));

        assertThat(Difference.DOCUMENTED.stream()
                        .map(Difference.Documented::words)
                        .filter(words -> !table.contains("| " + words + " |")))
                .isEmpty();
    }

    private static Map<String, List<String>> requests(Map<String, List<Telling>> told) {
        Map<String, List<String>> requests = new TreeMap<>();
        told.forEach((stack, tellings) ->
                requests.put(stack, tellings.stream().map(Telling::request).toList()));
        return requests;
    }

    private static List<String> asked(Told told) {
        return told.exchanges().stream()
                .map(Exchange::request)
                .filter(request -> !request.isTelling())
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    private static Set<String> headers(Told told) {
        Set<String> headers = new TreeSet<>();
        told.exchanges().stream()
                .map(Exchange::request)
                .filter(Request::isTelling)
                .forEach(request -> List.of("authorization", "content-type", "user-agent")
                        .forEach(name ->
                                headers.add(name + ": " + request.headers().get(name))));
        return headers;
    }

    private static String changeset(Map<String, List<Telling>> told, String stack, String field) {
        return told.get(stack).stream()
                .filter(telling -> telling.kind() == Telling.Kind.FINISH)
                .map(telling -> telling.fields().get("changeset." + field).get(0))
                .findFirst()
                .flatMap(Value::text)
                .orElseThrow();
    }

    private static Set<String> changes(Value plan, String list) {
        Set<String> changes = new TreeSet<>();
        plan.field(list).items().forEach(change -> {
            String actions = Json.write(change.field("change").field("actions"));
            if (!actions.contains("no-op")) {
                changes.add(change.field("address") + " " + actions);
            }
        });
        return changes;
    }

    private static Set<String> names(Value plan) {
        return plan instanceof Value.Fields fields ? fields.values().keySet() : Set.of();
    }
}
