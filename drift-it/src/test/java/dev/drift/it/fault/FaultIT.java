package dev.drift.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.fake.Fault;
import dev.drift.it.tools.RealTools;
import dev.drift.observation.ProbePhase;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every fault of the shared provider's surroundings, one at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultIT {

    private static final int WITH_BROKEN_LOCKS = FaultyEstate.GROUPS;
    private static final int AT_ONCE = 3;

    private FaultyEstate estate;

    @BeforeAll
    void open() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        estate = FaultyEstate.open();
        try (LiveRun run = estate.look(1)) {
            assertThat(run.exit()).as(run.errors()).isZero();
            assertThat(run.report().stacks()).hasSize(5).allSatisfy(FaultIT::isInSyncAndShared);
            run.requireNothingLeft();
        }
    }

    @AfterEach
    void heal() {
        estate.account().heal();
    }

    @AfterAll
    void close() throws Exception {
        Awaitility.reset();
        estate.close();
    }

    @Test
    void callThatFailsMakesItsStackUnknownAndNoOther() throws Exception {
        estate.account().fail("s0006", Fault.DENIED);
        estate.account().fail("s0007", Fault.THROTTLED);
        estate.account().fail("s0008", Fault.BROKEN);
        estate.account().fail("s0009", Fault.GARBAGE);

        try (LiveRun run =
                estate.look(estate.place(), List.of(), "--select", "group:2,group:3", "--parallelism", "10")) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(reason(run, "s0006")).contains("AccessDenied");
            assertThat(reason(run, "s0007")).contains("Throttling");
            assertThat(reason(run, "s0008")).contains("InternalFailure");
            assertThat(reason(run, "s0009")).contains("deserialization failed");
            assertThat(run.report().stacks()).hasSize(10);
            isInSyncAndShared(run.stack("s0010"));
            assertThat(FaultyEstate.group(3)).allSatisfy(name -> isInSyncAndShared(run.stack(name)));
            run.requireNothingLeft();
        }
    }

    @Test
    void accountInTroubleMakesTheRestOfItsCellUnknownAndNoOtherCell() throws Exception {
        estate.move(10, "eu-west-1");
        estate.account().change("s0046", "desired_count", "3");
        FaultyEstate.groups(11, 12).forEach(name -> estate.account().fail(name, Fault.EXPIRED));
        estate.describe("""
                version: 1
                environments:
                  prod: { select: "group:10,group:11,group:12", regions: [eu-central-1, eu-west-1] }
                  qa:
                    select: "group:13,group:14"
                    regions: [eu-central-1]
                    role: "arn:aws:iam::111111111111:role/not-ours"
                waivers:
                  - { stack: /stacks/s0046, resource: "aws_ecs_service.*", until: 2999-12-31, reason: capacity test }
                """);

        String[] both = {"--environment", "prod", "--environment", "qa", "--parallelism", String.valueOf(AT_ONCE)};
        try (LiveRun run = estate.look(estate.place(), List.of(), both)) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(run.report().cells())
                    .extracting(cell ->
                            cell.cell() + " exits with " + cell.verdict().exitStatus())
                    .containsExactlyInAnyOrder(
                            "prod/eu-central-1 exits with 3",
                            "prod/eu-west-1 exits with 0",
                            "qa/eu-central-1 exits with 3");
            assertThat(FaultyEstate.group(10)).allSatisfy(name -> isInSyncAndShared(run.stack(name)));
            assertThat(run.stack("s0046").outcome().findings().waived()).hasSize(1);
            isGivenUp(run, FaultyEstate.groups(11, 12), "cell prod/eu-central-1 denied us 5 times in a row: ");
            isGivenUp(run, FaultyEstate.groups(13, 14), "cell qa/eu-central-1 denied us 5 times in a row: ");
            run.requireNothingLeft();
        } finally {
            estate.account().change("s0046", "desired_count", "2");
            estate.describeNothing();
        }
    }

    @Test
    void callThatNobodyAnswersMakesItsStackUnknown() throws Exception {
        estate.account().fail("s0010", Fault.SILENT);

        try (LiveRun run = estate.look(estate.place(), List.of(), "--root", "stacks/s0010", "--timeout", "15s")) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(reason(run, "s0010")).contains("no answer within 15s");
            run.requireNothingLeft();
        }
    }

    @Test
    void providerKilledInMidReadIsReplacedAndTheReadRepeated() throws Exception {
        estate.account().fail("s0016", Fault.SILENT);

        try (LiveRun run = estate.look(4)) {
            run.killProviderAt(held(0));
            estate.account().heal();

            assertThat(run.exit()).as(run.errors()).isZero();
            assertThat(run.report().stacks()).hasSize(5).allSatisfy(FaultIT::isInSync);
            run.requireNothingLeft();
        }
    }

    @Test
    void resourceThatKillsItsProviderTwiceIsUnknownAndNoOther() throws Exception {
        estate.account().fail("s0021", "ssm.GetParameter", Fault.SILENT);

        try (LiveRun run = estate.look(5)) {
            run.killProviderAt(held(0));
            run.killProviderAt(held(1));

            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(reason(run, "s0021")).contains("crashed twice");
            assertThat(run.report().withOutcome(Verdict.IN_SYNC)).hasSize(4);
            run.requireNothingLeft();
        }
    }

    @Test
    void lockFileThatDoesNotFitMakesItsStackUnknownAndNoOther() throws Exception {
        int first = (WITH_BROKEN_LOCKS - 1) * 5 + 1;
        estate.edit(first, ".terraform.lock.hcl", "h1:.{8}", "h1:AAAAAAAA");
        estate.edit(first + 1, ".terraform.lock.hcl", "5\\.100\\.0\"", "5.99.99\"");
        estate.edit(first + 1, "settings.tf", "5\\.100\\.0", "5.99.99");

        try (LiveRun run = estate.look(WITH_BROKEN_LOCKS)) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(reason(run, "s0201")).contains("checksum");
            assertThat(reason(run, "s0202")).contains("5.99.99");
            assertThat(run.report().withOutcome(Verdict.IN_SYNC)).hasSize(3);
            run.requireNothingLeft();
        }
    }

    @Test
    void temporaryFolderTooLongForSocketsChangesNothing() throws Exception {
        LiveRun.Place place = estate.place();
        Path deep = place.output().resolve("deep".repeat(30));

        try (LiveRun run = estate.look(new LiveRun.Place(place.output(), deep), List.of(), "--select", "group:6")) {
            assertThat(run.exit()).as(run.errors()).isZero();
            assertThat(run.report().stacks()).hasSize(5).allSatisfy(FaultIT::isInSyncAndShared);
            run.requireNothingLeft();
            try (Stream<Path> elsewhere = Files.list(Path.of("/tmp"))) {
                assertThat(elsewhere)
                        .noneMatch(path -> path.getFileName().toString().contains("-p" + run.pid() + "-"));
            }
        }
    }

    @Test
    void fullDiskMakesTheStackUnknown() throws Exception {
        LiveRun.Place place = estate.place();
        String tiny = "mount -t tmpfs -o size=12k tmpfs \"$0\" && exec \"$@\"";
        List<String> wrapper = new ArrayList<>(RealTools.ownMounts());
        wrapper.addAll(List.of("/bin/sh", "-c", tiny, place.temporary().toString()));

        try (LiveRun run = estate.look(place, wrapper, "--select", "group:7")) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(3);
            assertThat(run.report().stacks())
                    .hasSize(5)
                    .anySatisfy(stack -> assertThat(reason(stack)).contains("no space left on device"));
            run.requireNothingLeft();
        }
    }

    @Test
    void terminatedRunReportsWhatItHasAndLeavesNothing() throws Exception {
        estate.account().fail("s0036", Fault.SILENT);

        try (LiveRun run = estate.look(8)) {
            held(0);
            run.terminate();

            assertThat(run.exit()).as(run.errors()).isEqualTo(143);
            assertThat(run.stack("s0036").outcome().<Object>fold(in -> "", out -> "", unknown -> unknown.phase()))
                    .isEqualTo(ProbePhase.CANCELLED);
            run.requireNothingLeft();
        }
    }

    @Test
    void killedRunLeavesNoProcessAndTheNextOneSweeps() throws Exception {
        estate.account().fail("s0041", Fault.SILENT);

        try (LiveRun run = estate.look(9)) {
            held(0);
            run.kill();
            run.requireNoProcessLeft();
            estate.account().heal();
            makeOld(run.left());

            try (LiveRun next = estate.look(run.place(), List.of(), "--select", "group:9")) {
                assertThat(next.exit()).as(next.errors()).isZero();
                next.requireNothingLeft();
            }
        }
    }

    @Test
    void twoHundredStacksAtOnceDoWithFiveHundredFiles() throws Exception {
        List<String> wrapper = List.of("/bin/bash", "-c", "ulimit -n 512 && exec \"$0\" \"$@\"");

        try (LiveRun run = estate.look(
                estate.place(), wrapper, "--select", "!group:" + WITH_BROKEN_LOCKS, "--parallelism", "200")) {
            assertThat(run.exit()).as(run.errors()).isZero();
            assertThat(run.report().withOutcome(Verdict.IN_SYNC)).hasSize(200);
            run.requireNothingLeft();
        }
    }

    /** Every stack is unknown; the account was asked for the first few, and for no more than were under way. */
    private static void isGivenUp(LiveRun run, List<String> names, String why) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String name : names) {
            reasons.add(reason(run, name));
        }
        assertThat(reasons)
                .doesNotContain("")
                .anySatisfy(reason -> assertThat(reason).contains(why));
        assertThat(reasons.stream().filter(reason -> !reason.contains(why))).hasSizeBetween(5, 5 + AT_ONCE - 1);
    }

    /** Waits for one more call that gets no answer; returns the port it came from. */
    private int held(int before) {
        return Awaitility.await("a call that is held")
                .until(() -> estate.account().held(), held -> held.size() > before)
                .get(before);
    }

    private static void isInSyncAndShared(StackReport stack) {
        isInSync(stack);
        assertThat(stack.check().engine()).isEqualTo("plan/shared");
    }

    private static void isInSync(StackReport stack) {
        assertThat(reason(stack)).as(stack.stack().path().toString()).isEmpty();
        assertThat(stack.outcome().<Object>fold(in -> "in sync", drifted -> drifted, unknown -> unknown))
                .isEqualTo("in sync");
    }

    private static String reason(LiveRun run, String name) throws IOException {
        return reason(run.stack(name));
    }

    private static String reason(StackReport stack) {
        return stack.outcome().fold(inSync -> "", drifted -> "", unknown -> unknown.reason());
    }

    /** Folders made a moment ago are left alone: their lock may still be to come. */
    private static void makeOld(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofMinutes(5))));
        }
    }
}
