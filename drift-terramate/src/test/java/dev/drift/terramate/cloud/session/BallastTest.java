package dev.drift.terramate.cloud.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.Provisioner;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BallastTest {

    private static final Optional<Changeset> PLAN = Optional.of(new Changeset(
            Provisioner.TERRAFORM, Optional.of("12345"), Optional.of("{\"a\":\"12345678901\"}"), OptionalLong.of(3)));

    @Test
    void admitsThePartForPeopleWhereTheWholeHasNoRoom() {
        Ballast ballast = new Ballast(30);

        assertThat(ballast.admit(PLAN)).isEqualTo(PLAN);
        Optional<Changeset> second = ballast.admit(PLAN);
        assertThat(second.orElseThrow().document()).isEmpty();
        assertThat(second.orElseThrow().ascii()).contains("12345");
        assertThat(ballast.admit(PLAN)).isEmpty();

        ballast.release(PLAN);
        assertThat(ballast.admit(PLAN)).isEqualTo(PLAN);
    }

    @Test
    void admitsNothingForNothing() {
        assertThat(new Ballast(0).admit(Optional.empty())).isEmpty();
    }
}
