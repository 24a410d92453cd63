package dev.drift.it.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret of the estate leaves with what Terramate Cloud is told, nor with what the command says. */
@ExtendWith(SyncedExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SecretClaims {

    private Synced synced;

    @BeforeAll
    void live(Synced lived) {
        synced = lived;
    }

    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN, Secret.CHANGED})
    void noRequestHoldsASecret(String secret) {
        assertThat(synced.ours().exchanges()).hasSizeGreaterThan(15);
        assertThat(leaks(secret, synced.ours())).isEmpty();
        assertThat(leaks(secret, synced.ourTarget())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN, Secret.CHANGED})
    void nothingSaidHoldsASecret(String secret) {
        Command.Outcome run = synced.ours().run();

        assertThat(SecretScan.found(secret, run.out() + run.err())).isEmpty();
    }

    /** What somebody set by hand is marked where it was set, and what the code asks for is full of copies. */
    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN, Secret.CHANGED})
    void noReportHoldsASecret(String secret) throws Exception {
        assertThat(synced.reports()).hasSize(6).allSatisfy((name, text) -> {
            assertThat(text).as(name).isNotBlank();
            assertThat(SecretScan.found(secret, text)).as(name).isEmpty();
        });
        assertThat(synced.reports().get("json"))
                .contains("\"path\": \"description\"", "\"address\": \"terraform_data.copies\"", "[redacted]");
    }

    /** The scan bites, and there is something to find: unmarked copies, which the vendor's command lets through. */
    @ParameterizedTest
    @ValueSource(strings = {Secret.PASSWORD, Secret.TOKEN})
    void vendorsRequestsHoldTheUnmarkedCopies(String secret) {
        assertThat(leaks(secret, synced.theirs())).isNotEmpty();
    }

    @Test
    void secretsStackIsToldOfWithItsPlan() {
        assertThat(Telling.in(synced.ours().exchanges())
                        .get("/stacks/secrets")
                        .get(2)
                        .fields())
                .containsKeys("changeset.changeset_ascii", "changeset.changeset_json");
    }

    private static Set<String> leaks(String secret, Told told) {
        Set<String> leaks = new TreeSet<>();
        for (Exchange exchange : told.exchanges()) {
            Request request = exchange.request();
            for (String form :
                    SecretScan.found(secret, request.target() + "\n" + request.headers() + "\n" + request.body())) {
                leaks.add(form + " in " + request.method() + " " + request.path());
            }
        }
        return leaks;
    }
}
