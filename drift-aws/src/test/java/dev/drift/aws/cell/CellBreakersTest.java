package dev.drift.aws.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.call.CallException;
import dev.drift.detection.DetectionListener;
import dev.drift.detection.DetectionSettings;
import dev.drift.detection.DriftDetector;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Parallelism;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import dev.drift.testing.Observations;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an account does to its cell changes nothing in another. */
@Timeout(60)
class CellBreakersTest {

    private static final String THROTTLED = "operation error ECS: DescribeServices, api error ThrottlingException";
    private static final int ENOUGH = CellBreakers.IN_A_ROW;

    private final List<Stack> prod = cell("prod", "region/eu-central-1", 20);
    private final List<Stack> sibling = cell("prod", "region/eu-west-1", 20);
    private final List<Stack> dev = cell("dev", "region/us-east-1", 20);
    private final ScriptedProbe probe = new ScriptedProbe();
    private final RecordingEnvironments environments = new RecordingEnvironments(Map.of());

    @Test
    void aCellThatIsThrottledIsGivenUpAndNoOther() {
        prod.forEach(stack -> probe.failingAt(path(stack), ProbePhase.PLAN, THROTTLED));

        List<StackCheck> checks = check(environments, both(prod, both(sibling, dev)));

        assertThat(looksAt(prod)).isEqualTo(ENOUGH);
        assertThat(reasons(checks, prod).filter(THROTTLED::equals)).hasSize(ENOUGH);
        assertThat(reasons(checks, prod).filter(reason -> !THROTTLED.equals(reason)))
                .hasSize(15)
                .containsOnly(
                        "not looked at, because the account of the cell prod/eu-central-1 throttled us 5 times in a"
                                + " row: " + THROTTLED);
        assertThat(inSync(checks)).containsExactlyElementsOf(both(sibling, dev));
        assertThat(environments.open()).isZero();
    }

    @Test
    void aCellWhoseRoleIsDeniedIsGivenUpAndNoOther() {
        AtomicInteger asked = new AtomicInteger();
        CallException denied = new CallException(CallException.Kind.DENIED, "assuming the role failed: status 403");

        List<StackCheck> checks = check(
                leasing(stack -> {
                    if (prod.contains(stack)) {
                        asked.incrementAndGet();
                        throw new ProbeException(ProbePhase.INIT, denied.reason(), denied);
                    }
                    return environments.lease(stack);
                }),
                both(prod, both(sibling, dev)));

        assertThat(asked).hasValue(ENOUGH);
        assertThat(reasons(checks, prod).skip(ENOUGH))
                .allSatisfy(reason -> assertThat(reason)
                        .contains("denied us 5 times in a row")
                        .endsWith("status 403"));
        assertThat(inSync(checks)).containsExactlyElementsOf(both(sibling, dev));
    }

    @Test
    void timeThatIsOverCountsForNothing() {
        prod.forEach(stack -> probe.failingAt(path(stack), ProbePhase.TIMEOUT, "no answer within 15m"));

        List<StackCheck> checks = check(environments, both(prod, dev));

        assertThat(looksAt(prod)).isEqualTo(20);
        assertThat(inSync(checks)).containsExactlyElementsOf(dev);
    }

    @Test
    void aStackThatIsSeenInBetweenBeginsTheRowAnew() {
        for (int number = 0; number < 20; number++) {
            if (number % ENOUGH != 0) {
                probe.failingAt(path(prod.get(number)), ProbePhase.PLAN, THROTTLED);
            }
        }

        List<StackCheck> checks = check(environments, prod);

        assertThat(looksAt(prod)).isEqualTo(20);
        assertThat(inSync(checks)).hasSize(4);
    }

    @Test
    void whatIsWrongWithOneStackCountsForNothing() {
        prod.subList(0, 10).forEach(stack -> probe.failingAt(path(stack), ProbePhase.PLAN, "Unsupported argument"));

        assertThat(inSync(check(environments, prod))).containsExactlyElementsOf(prod.subList(10, 20));
    }

    @Test
    void stacksInNoEnvironmentShareNothing() {
        List<Stack> none = IntStream.range(0, 10)
                .mapToObj(number -> Stacks.stack("/none/" + number))
                .toList();
        none.forEach(stack -> probe.failingAt(path(stack), ProbePhase.PLAN, THROTTLED));

        check(environments, none);

        assertThat(looksAt(none)).isEqualTo(10);
    }

    @Test
    void anAccountThatIsWellAgainIsLookedAtAgain() throws ProbeException {
        CellBreakers breakers = CellBreakers.pausing(EstateDefinition.UNDEFINED, Duration.ofMillis(1));
        prod.forEach(stack -> probe.failingAt(path(stack), ProbePhase.PLAN, THROTTLED));
        detector(environments, breakers).check(prod.subList(0, ENOUGH));
        prod.forEach(stack -> probe.at(path(stack), request -> Observations.unchanged()));

        await().untilAsserted(() ->
                assertThat(inSync(detector(environments, breakers).check(prod))).hasSize(20));
    }

    @Test
    void whoeverIsToldToStopSaysNothingOfTheAccount() {
        CellBreakers breakers = CellBreakers.of(EstateDefinition.UNDEFINED);
        CallException interrupted = new CallException(CallException.Kind.UNREACHABLE, "it was interrupted");
        EnvironmentSource source = breakers.over(leasing(stack -> {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.INIT, interrupted.reason(), interrupted);
        }));

        for (Stack stack : prod) {
            assertThatThrownBy(() -> source.lease(stack)).hasMessage("it was interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private List<StackCheck> check(EnvironmentSource source, List<Stack> all) {
        return detector(source, CellBreakers.of(EstateDefinition.UNDEFINED)).check(all);
    }

    /** One after the other, so that what is in a row is certain. */
    private DriftDetector detector(EnvironmentSource source, CellBreakers breakers) {
        DriftProbe guarded = breakers.around(probe);
        return new DriftDetector(
                guarded,
                breakers.over(source),
                Judge.by(RuleBook.EMPTY),
                DetectionSettings.DEFAULT.with(new Parallelism(1)),
                DetectionListener.SILENT,
                Clock.systemUTC());
    }

    private long looksAt(List<Stack> stacks) {
        return probe.requests().stream()
                .filter(request -> stacks.contains(request.stack()))
                .count();
    }

    private static Stream<String> reasons(List<StackCheck> checks, List<Stack> of) {
        return checks.stream()
                .filter(check -> of.contains(check.stack()))
                .map(check -> ((StackOutcome.Unknown) check.outcome()).reason());
    }

    private static List<Stack> inSync(List<StackCheck> checks) {
        return checks.stream()
                .filter(check -> check.outcome() instanceof StackOutcome.InSync)
                .map(StackCheck::stack)
                .toList();
    }

    private static List<Stack> both(List<Stack> one, List<Stack> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static String path(Stack stack) {
        return stack.path().value();
    }

    private static List<Stack> cell(String environment, String region, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Stacks.stack(
                        "/" + environment + "/" + region + "/" + number, "environment/" + environment, region))
                .toList();
    }

    private static EnvironmentSource leasing(Leasing leasing) {
        return new EnvironmentSource() {
            @Override
            public EnvironmentLease lease(Stack stack) throws ProbeException {
                return leasing.lease(stack);
            }

            @Override
            public void close() {
                // There is nothing behind this source.
            }
        };
    }

    /** The one interesting method of a source. */
    interface Leasing {
        EnvironmentLease lease(Stack stack) throws ProbeException;
    }
}
