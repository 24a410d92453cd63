package dev.drift.terramate.plan;

import static dev.drift.terramate.plan.PlanParts.message;
import static dev.drift.terramate.plan.PlanParts.object;
import static dev.drift.terramate.plan.PlanParts.unmoved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.code.IgnoreChanges;
import dev.drift.observation.Coverage;
import dev.drift.observation.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {

    @TempDir
    private Path folder;

    @Test
    void planThatLeavesEverythingAsItIsNeedsNoShow() throws Exception {
        Path json = Files.writeString(folder.resolve("json"), """
                {"format_version":"1.2","complete":true,"planned_values":{},
                "resource_changes":[
                {"address":"aws_sqs_queue.one","mode":"managed","type":"aws_sqs_queue","change":{"actions":["no-op"]}},
                {"address":"aws_sqs_queue.two","mode":"managed","type":"aws_sqs_queue","change":{"actions":["no-op"]}}],
                "output_changes":{"url":{"actions":["no-op"]}},
                "prior_state":{"values":{"root_module":{"resources":[
                {"address":"aws_sqs_queue.one","mode":"managed","type":"aws_sqs_queue","values":{}},
                {"address":"aws_sqs_queue.two","mode":"managed","type":"aws_sqs_queue","values":{}}]}}}}
                """);

        assertThat(read(unmoved().in(file(), 2))).contains(PlanJson.read(json, Optional.empty()));
    }

    @Test
    void planOfNothingIsUnmoved() throws IOException {
        assertThat(read(message().number(1, 3).number(26, 1).in(file(), 0)))
                .map(Observation::coverage)
                .contains(Coverage.complete(0));
    }

    @Test
    void codeIsOnlyReadWhereNothingMoved() throws IOException {
        Path moved = unmoved().message(18, object("aws_sqs_queue.one")).in(file(), 2);

        assertThat(PlanFile.unmoved(moved, IacTool.TERRAFORM, () -> {
                    throw new AssertionError("asked");
                }))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("more")
    void planThatSaysMoreIsShown(String what, PlanParts plan) throws IOException {
        assertThat(read(plan.in(file(), 2))).as(what).isEmpty();
    }

    static Stream<Arguments> more() {
        return Stream.of(
                Arguments.of("drift", unmoved().message(18, object("aws_sqs_queue.one"))),
                Arguments.of("only refreshed", unmoved().number(17, 2)),
                Arguments.of("an error", unmoved().number(20, 1)),
                Arguments.of("a deferred change", unmoved().message(27, message())),
                Arguments.of("an action", unmoved().message(30, message())),
                Arguments.of("a target", unmoved().text(5, "aws_sqs_queue.one")),
                Arguments.of("an exclusion", unmoved().text(6, "aws_sqs_queue.one")),
                Arguments.of("a forced replacement", unmoved().text(16, "aws_sqs_queue.one")),
                Arguments.of("something new", unmoved().number(99, 1)),
                Arguments.of("an unknown message", unmoved().message(99, message())),
                Arguments.of("an output", unmoved().message(4, output(message().number(1, 1)))),
                Arguments.of(
                        "an output without change",
                        unmoved().message(4, message().text(1, "new"))));
    }

    @Test
    void tellsByWhatAPlanIsAnotherOneThanTheCodeAsksFor() throws IOException {
        assertThat(PlanFile.besidesCode(unmoved().in(file(), 2))).isEmpty();
        assertThat(PlanFile.besidesCode(unmoved().text(5, "a.b").in(file(), 2))).contains("-target");
        assertThat(PlanFile.besidesCode(unmoved().text(6, "a.b").in(file(), 2))).contains("-exclude");
        assertThat(PlanFile.besidesCode(unmoved().text(16, "a.b").in(file(), 2)))
                .contains("-replace");
        assertThat(PlanFile.besidesCode(unmoved().number(17, 1).in(file(), 2))).contains("-destroy or -refresh-only");
        assertThat(PlanFile.besidesCode(
                        unmoved().message(6, message().text(1, "sha")).in(file(), 2)))
                .as("what early versions of Terraform kept there")
                .isEmpty();
        assertThat(PlanFile.besidesCode(Files.writeString(folder.resolve("sealed"), "no zip")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moreOfAnObject")
    void planThatSaysMoreOfAnObjectIsShown(String what, PlanParts second) throws IOException {
        PlanParts plan = message().number(1, 3).number(26, 1).message(3, object("aws_sqs_queue.one"));

        assertThat(read(plan.message(3, second).in(file(), 2))).as(what).isEmpty();
    }

    static Stream<Arguments> moreOfAnObject() {
        String two = "aws_sqs_queue.two";
        PlanParts moved = message().text(13, two).text(14, "aws_sqs_queue.before");
        return Stream.of(
                Arguments.of("an update", object(two, message().number(1, 3))),
                Arguments.of("an import", object(two, message().message(5, message()))),
                Arguments.of("generated code", object(two, message().text(6, "x"))),
                Arguments.of("a deposed object", object(two).text(7, "12345678")),
                Arguments.of("a reason", object(two).number(12, 4)),
                Arguments.of("what would be replaced", object(two).message(11, message())),
                Arguments.of("a move", moved.message(9, message().message(2, message()))),
                Arguments.of("an object without address", message().message(9, message())),
                Arguments.of("an object without change", message().text(13, two)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void objectsThatThePlanDoesNotMentionAreTheToolsToTell(int objects) throws IOException {
        assertThat(read(unmoved().in(file(), objects))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 4})
    void planOfAnotherFormatIsShown(long format) throws IOException {
        assertThat(read(message().number(1, format).number(26, 1).in(file(), 0)))
                .isEmpty();
    }

    @Test
    void planThatDoesNotSayItIsCompleteIsShown() throws IOException {
        assertThat(read(message().number(1, 3).in(file(), 0))).isEmpty();
    }

    @Test
    void openTofuDoesNotSayWhetherAPlanIsComplete() throws IOException {
        Path silent = message().number(1, 3).in(file(), 0);
        assertThat(PlanFile.unmoved(silent, IacTool.TOFU, Optional::empty)).isPresent();

        Path saying = message().number(1, 3).number(26, 1).in(file(), 0);
        assertThat(PlanFile.unmoved(saying, IacTool.TOFU, Optional::empty)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"version\":3,\"resources\":[]}",
                "{\"version\":4,\"resources\":[",
                "{\"resources\":[]}",
                "{\"version\":4,\"resources\":[],\"resources\":[]}"
            })
    void stateThatIsNotUnderstoodIsTheToolsToTell(String state) throws IOException {
        byte[] plan = message().number(1, 3).number(26, 1).toBytes();

        assertThat(read(PlanParts.write(file(), plan, state))).isEmpty();
    }

    @Test
    void whatIsNoPlanFileIsTheToolsToTell() throws IOException {
        assertThat(read(folder.resolve("nowhere"))).isEmpty();
        assertThat(read(Files.writeString(file(), "{\"encrypted\":true}"))).isEmpty();
        byte[] whole = Files.readAllBytes(unmoved().in(file(), 2));
        for (int length = 0; length < whole.length; length += 7) {
            assertThat(read(Files.write(file(), Arrays.copyOf(whole, length)))).isEmpty();
        }
    }

    @Test
    void damagedPlanBreaksNothing() throws IOException {
        Random random = new Random(42);
        byte[] whole = unmoved()
                .message(3, object("aws_sqs_queue.three", message().number(1, 3)))
                .toBytes();
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Optional<Observation> seen = read(PlanParts.write(file(), damaged, PlanParts.state(2)));
            assertThat(seen.map(Observation::coverage).filter(Coverage.complete(3)::equals))
                    .isEmpty();
        }
    }

    private static PlanParts output(PlanParts change) {
        return message().text(1, "new").message(2, change);
    }

    private Path file() {
        return folder.resolve("plan");
    }

    private static Optional<Observation> read(Path file) {
        return PlanFile.unmoved(file, IacTool.TERRAFORM, Optional::<IgnoreChanges>empty);
    }
}
