package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.estate.MaintenanceWindow.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceWindowTest {

    private static final Region FRANKFURT = new Region("eu-central-1");
    private static final Region IRELAND = new Region("eu-west-1");

    @ParameterizedTest
    @CsvSource({
        "0 22 * * 5, 8h, 2026-11-27T21:59:59Z, false",
        "0 22 * * 5, 8h, 2026-11-27T22:00:00Z, true",
        "0 22 * * 5, 8h, 2026-11-28T00:00:00Z, true",
        "0 22 * * 5, 8h, 2026-11-28T05:59:59Z, true",
        "0 22 * * 5, 8h, 2026-11-28T06:00:00Z, false",
        // The clock goes from 2 to 3 while it is open, and back from 3 to 2: eight hours stay eight hours.
        "CRON_TZ=Europe/Berlin 0 22 * * 6, 8h, 2026-03-29T04:59:59Z, true",
        "CRON_TZ=Europe/Berlin 0 22 * * 6, 8h, 2026-03-29T05:00:00Z, false",
        "CRON_TZ=Europe/Berlin 0 22 * * 6, 8h, 2026-10-25T03:59:59Z, true",
        "CRON_TZ=Europe/Berlin 0 22 * * 6, 8h, 2026-10-25T04:00:00Z, false",
        // 2:30 does not exist on that day; it opens at 3 instead, which is 1 in the morning of UTC.
        "CRON_TZ=Europe/Berlin 30 2 * * *, 1h, 2026-03-29T00:59:59Z, false",
        "CRON_TZ=Europe/Berlin 30 2 * * *, 1h, 2026-03-29T01:00:00Z, true",
        "CRON_TZ=Europe/Berlin 30 2 * * *, 1h, 2026-03-29T02:00:00Z, false",
        // 2:30 comes twice; it opens once.
        "CRON_TZ=Europe/Berlin 30 2 * * *, 1h, 2026-10-25T00:30:00Z, true",
        "CRON_TZ=Europe/Berlin 30 2 * * *, 1h, 2026-10-25T01:30:00Z, false"
    })
    void isOpenForAsLongAsItSays(String opens, String length, Instant at, boolean open) {
        MaintenanceWindow window =
                new MaintenanceWindow(Kind.DENY, Schedule.parse(opens), Duration.parse("PT" + length), Set.of());

        assertThat(window.isOpen(at)).isEqualTo(open);
    }

    @Test
    void letsNothingAllowWhatIsDenied() {
        MaintenanceWindows windows = new MaintenanceWindows(List.of(
                window(Kind.ALLOW, "0 0 * * *", Duration.ofHours(6)),
                window(Kind.ALLOW, "0 12 * * *", Duration.ofHours(6)),
                window(Kind.DENY, "0 3 * * *", Duration.ofHours(1))));

        assertThat(windows.refusal(Optional.empty(), Instant.parse("2026-11-23T02:00:00Z")))
                .isEmpty();
        assertThat(windows.refusal(Optional.empty(), Instant.parse("2026-11-23T13:00:00Z")))
                .isEmpty();
        assertThat(windows.refusal(Optional.empty(), Instant.parse("2026-11-23T03:30:00Z")))
                .contains("maintenance window: closed since \"0 3 * * *\" for 1h");
        assertThat(windows.refusal(Optional.empty(), Instant.parse("2026-11-23T07:00:00Z")))
                .contains("maintenance window: open only from \"0 0 * * *\" for 6h and in 1 more");
    }

    @Test
    void concernsItsRegionsOnly() {
        MaintenanceWindows windows = new MaintenanceWindows(List.of(
                window(Kind.DENY, "0 3 * * *", Duration.ofHours(1), FRANKFURT),
                window(Kind.ALLOW, "0 9 * * *", Duration.ofHours(1), IRELAND)));
        Instant inside = Instant.parse("2026-11-23T03:30:00Z");

        assertThat(windows.refusal(Optional.of(FRANKFURT), inside)).isPresent();
        assertThat(windows.refusal(Optional.of(IRELAND), inside)).isPresent();
        assertThat(windows.refusal(Optional.of(new Region("eu-south-1")), inside))
                .isEmpty();
        assertThat(windows.refusal(Optional.empty(), inside)).isEmpty();
        assertThat(windows.refusal(Optional.of(FRANKFURT), inside.plus(Duration.ofHours(2))))
                .isEmpty();
        assertThat(windows.refusal(Optional.of(IRELAND), inside.plus(Duration.ofHours(6))))
                .isEmpty();
    }

    @Test
    void isOpenForAMinuteAtLeastAndAMonthAtMost() {
        assertThatIllegalArgumentException().isThrownBy(() -> window(Kind.DENY, "0 3 * * *", Duration.ofSeconds(59)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> window(Kind.DENY, "0 3 * * *", Duration.ofDays(32)))
                .withMessage("A window is open for a minute to 31 days: 768h");
    }

    private static MaintenanceWindow window(Kind kind, String opens, Duration length, Region... regions) {
        return new MaintenanceWindow(kind, Schedule.parse(opens), length, Set.of(regions));
    }
}
