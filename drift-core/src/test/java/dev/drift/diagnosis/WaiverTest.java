package dev.drift.diagnosis;

import static dev.drift.observation.ChangeAction.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.testing.Scene;
import dev.drift.testing.Stacks;
import dev.drift.value.ValuePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiverTest {

    private static final Stack WEB = Stacks.stack("/stacks/prod/web", "environment/prod");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void waivedDriftIsIgnoredAndSaysHow() {
        StackOutcome outcome = judged(moved("service.web"), waiver("service.web", ""));

        assertThat(outcome).isInstanceOf(StackOutcome.InSync.class);
        ResourceFinding ignored = outcome.findings().ignored().get(0);
        assertThat(ignored.waived().orElseThrow())
                .hasToString("waived until 2026-12-31: capacity test, by anna")
                .returns("Environment:prod service.web", Waived::waiver);
        assertThat(ignored.fields()).extracting(FieldFinding::kind).containsOnly(FieldClass.REVERTED);
    }

    @Test
    void whatItDoesNotNameIsDriftAsBefore() {
        Scene scene = moved("service.web");
        StackOutcome outcome = judged(scene, waiver("service.web", "size"));

        assertThat(new Said(outcome).drift()).containsExactly("service.web count reverted");
        assertThat(new Said(outcome).ignored()).containsExactly("service.web size reverted");
        assertThat(outcome).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(judged(scene, waiver("service.api", "count"))).isEqualTo(judged(scene));
    }

    @Test
    void itHoldsOnItsLastDayAndSaysAfterwardsThatItIsOver() {
        Judge judge = Judge.by(RuleBook.EMPTY).waiving(List.of(waiver("service.web", "")));
        Scene scene = moved("service.web");

        StackOutcome last = judge.judge(WEB, scene.observation(), LAST);
        StackOutcome after = judge.judge(WEB, scene.observation(), LAST.plusDays(1));

        assertThat(last).isInstanceOf(StackOutcome.InSync.class);
        assertThat(judge.expired(WEB, last, LAST)).isEmpty();
        assertThat(after).isEqualTo(judged(scene));
        assertThat(judge.expired(WEB, after, LAST.plusDays(1)))
                .contains("counts again, because its waiver expired: Environment:prod service.web until 2026-12-31");
        assertThat(judge.expired(Stacks.stack("/other"), after, LAST.plusDays(1)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service.web, service.web, true",
        "service.web, service.web[0], false",
        "service.web[*], service.web[0], true",
        "'service.web[*]', 'service.web[\"a.b\"]', true",
        "service.*, service.web, true",
        "'module.*.service.web', 'module.a[0].service.web', true",
        "service.w?b, service.web, false",
        "service.web, xservice.web, false"
    })
    void aStarStandsForAnyPartOfAnAddress(String resource, String address, boolean waived) {
        assertThat(judged(moved(address), waiver(resource, "")) instanceof StackOutcome.InSync)
                .isEqualTo(waived);
    }

    @Test
    void whatIsGoneIsWaivedOnlyByItsWholeAddress() {
        Scene gone = Scene.planned().drifted("service.web[0]", "{'id': 'i-1', 'count': 1}", "null");

        assertThat(judged(gone, waiver("service.web[*]", ""))).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(judged(gone, waiver("service.web[0]", "id"))).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(judged(gone, waiver("service.web[0]", ""))).isInstanceOf(StackOutcome.InSync.class);
        Scene starred = Scene.planned().drifted("dns.zone[\"*.acme\"]", "{'id': 'z-1'}", "null");
        assertThat(judged(starred, waiver("dns.zone[\"*.acme\"]", ""))).isInstanceOf(StackOutcome.InSync.class);
    }

    @Test
    void ofSeveralOfTheSameTheFirstHolds() {
        StackOutcome outcome = judged(moved("service.web"), waiver("service.web", "count"), waiver("service.*", ""));

        assertThat(outcome.findings().drift()).isEmpty();
        assertThat(outcome.findings().ignored())
                .extracting(resource -> resource.waived().orElseThrow().waiver() + " "
                        + resource.fields().size())
                .containsExactly("Environment:prod service.web count 1", "Environment:prod service.* 1");
    }

    @Test
    void severityIsThatOfWhatIsLeft() {
        Scene scene = Scene.planned()
                .drifted("service.web", "{'tags': {'a': '1'}, 'count': 1}", "{'tags': {'a': '2'}, 'count': 2}")
                .plans(UPDATE, "service.web", "{'tags': {'a': '2'}, 'count': 2}", "{'tags': {'a': '1'}, 'count': 1}");
        Severity whole = judged(scene).findings().drift().get(0).severity();

        Findings findings = judged(scene, waiver("service.web", "count")).findings();

        assertThat(findings.drift().get(0).severity()).isEqualTo(Severity.LOW).isLessThan(whole);
        assertThat(findings.ignored().get(0).severity()).isEqualTo(whole);
    }

    @Test
    void pendingIsNoDriftAndIsNotWaived() {
        Scene scene = Scene.planned().plans(UPDATE, "service.web", "{'count': 1}", "{'count': 2}");

        StackOutcome outcome = judged(scene, waiver("service.web", ""));

        assertThat(outcome.findings().pending().resources()).hasSize(1);
        assertThat(outcome.findings().ignored()).isEmpty();
    }

    @Test
    void whatAnApplyOverwritesIsToldAllTheSame() {
        Scene scene = moved("service.web");
        Judge judge = Judge.by(RuleBook.EMPTY);

        assertThat(judge.waiving(List.of(waiver("service.web", ""))).outlook(scene.observation()))
                .isEqualTo(judge.outlook(scene.observation()))
                .isPresent();
    }

    @Test
    void itNamesOneStackByItsPath() {
        Waiver one = new Waiver(
                new StackFilter.At(WEB.path()), "service.web", Optional.empty(), LAST, "known", Optional.empty());

        assertThat(one.concerns(WEB)).isTrue();
        assertThat(one.concerns(Stacks.stack("/stacks/prod/web2", "environment/prod")))
                .isFalse();
        assertThat(one).hasToString("/stacks/prod/web service.web");
        assertThat(judged(moved("service.web"), one).findings().ignored().get(0).waived())
                .map(Waived::toString)
                .contains("waived until 2026-12-31: known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines", "\u001b[31m"})
    void itSaysWhatAndWhyOnOneLine(String text) {
        assertThatThrownBy(() -> of(text, "count", "known")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of("service.web", "count", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyResourceIsWaivedInAFieldOnly() {
        assertThatThrownBy(() -> of("*", "", "known")).hasMessage("A waiver of every resource says of which field");
        assertThat(judged(moved("service.web"), of("*", "count", "known"))
                        .findings()
                        .ignored())
                .hasSize(1);
    }

    private static Scene moved(String address) {
        return Scene.planned()
                .drifted(address, "{'count': 1, 'size': 1}", "{'count': 2, 'size': 2}")
                .plans(UPDATE, address, "{'count': 2, 'size': 2}", "{'count': 1, 'size': 1}");
    }

    private static StackOutcome judged(Scene scene, Waiver... waivers) {
        return Judge.by(RuleBook.EMPTY).waiving(List.of(waivers)).judge(WEB, scene.observation(), LAST);
    }

    private static Waiver waiver(String resource, String field) {
        return of(resource, field, "capacity test");
    }

    private static Waiver of(String resource, String field, String reason) {
        Optional<ValuePath> path = field.isEmpty() ? Optional.empty() : Optional.of(ValuePath.parse(field));
        return new Waiver(Selector.parse("Environment:prod"), resource, path, LAST, reason, Optional.of("anna"));
    }
}
