package dev.drift.aws.shared;

import static dev.drift.aws.shared.SharedScene.lease;
import static dev.drift.aws.shared.SharedScene.schemaOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.Testimony;
import dev.drift.value.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes between a tool and the provider that it was lent. */
class ConversationTest {

    private static final Map<String, Value> FRANKFURT = Map.of("region", Value.of("eu-central-1"));
    private static final Map<String, Value> DUBLIN = Map.of("region", Value.of("eu-west-1"));

    @TempDir
    private Path folder;

    private SharedScene scene;
    private SharedProviders source;
    private EnvironmentLease lease;

    @BeforeEach
    void setUp() throws Exception {
        scene = new SharedScene(folder);
        source = scene.source();
        lease = lease(source, scene.stack());
    }

    @AfterEach
    void tearDown() {
        lease.close();
        source.close();
    }

    @Test
    void servesTheTypesOfTheStackFromMemory() throws Exception {
        try (Tool tool = Tool.with(lease)) {
            assertThat(tool.call("GetSchema")).isEqualTo(schemaOf("aws_sqs_queue"));
            assertThat(tool.call("GetSchema")).isEqualTo(schemaOf("aws_sqs_queue"));
        }
        assertThat(scene.journal()).containsOnlyOnce("GetSchema");
    }

    @Test
    void echoesTheConfigurationThatIsChecked() throws Exception {
        DynamicValue configuration = DynamicValue.of(Value.of(FRANKFURT));
        byte[] request = new MessageWriter().bytes(1, configuration.toBytes()).toBytes();

        try (Tool tool = Tool.with(lease)) {
            assertThat(tool.call("PrepareProviderConfig", request)).isEqualTo(request);
        }
        assertThat(scene.journal()).doesNotContain("PrepareProviderConfig");
    }

    @Test
    void configuresOnceForAllWhoComeWithTheSameConfiguration() throws Exception {
        try (Tool one = Tool.with(lease);
                Tool other = Tool.with(lease);
                EnvironmentLease second = lease(source, scene.stack());
                Tool third = Tool.with(second)) {
            byte[] answer = one.configure(FRANKFURT);
            assertThat(other.configure(FRANKFURT)).isEqualTo(answer);
            assertThat(third.configure(FRANKFURT)).isEqualTo(answer);

            assertThat(one.process()).isEqualTo(other.process()).isEqualTo(third.process());
        }
        assertThat(scene.journal()).containsOnlyOnce("PrepareProviderConfig").containsOnlyOnce("Configure");
    }

    @Test
    void configurationIsCheckedByItsProviderOnceEver() throws Exception {
        try (Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);
        }
        source.close();

        try (SharedProviders later = scene.source();
                EnvironmentLease again = lease(later, scene.stack());
                Tool tool = Tool.with(again)) {
            tool.configure(FRANKFURT);
            tool.configure(DUBLIN);
        }
        assertThat(scene.journal()).filteredOn("PrepareProviderConfig"::equals).hasSize(2);
    }

    @Test
    void aliasesStayApart() {
        try (Tool frankfurt = Tool.with(lease);
                Tool dublin = Tool.with(lease)) {
            frankfurt.configure(FRANKFURT);
            dublin.configure(DUBLIN);

            assertThat(frankfurt.process()).isNotEqualTo(dublin.process());
            frankfurt.configure(FRANKFURT);
            assertThat(frankfurt.process()).isNotEqualTo(dublin.process());
        }
    }

    @Test
    void boundsRetriesWhereTheStackDoesNotSay() {
        Map<String, Value> silent = new LinkedHashMap<>(FRANKFURT);
        silent.put("max_retries", Value.ofNull());
        Map<String, Value> told = new LinkedHashMap<>(FRANKFURT);
        told.put("max_retries", Value.of(3));

        try (Tool one = Tool.with(lease);
                Tool other = Tool.with(lease)) {
            assertThat(retries(one.configure(silent))).isEqualTo(Value.of(8));
            assertThat(retries(other.configure(told))).isEqualTo(Value.of(3));
        }
    }

    @Test
    void refusedConfigurationReachesAllAndIsNotKept() throws Exception {
        Diagnostic refusal = Diagnostic.error("No valid credential sources found", "");
        scene.answer("Configure", Diagnostic.answer(ProviderMethod.CONFIGURE, refusal));
        try (Tool one = Tool.with(lease);
                Tool other = Tool.with(lease)) {
            assertThat(said(one.configure(FRANKFURT))).containsExactly(refusal);
            scene.answer("Configure", new byte[0]);
            assertThat(status(() -> one.read("aws_sqs_queue", "q"))).isEqualTo(Status.Code.FAILED_PRECONDITION);

            assertThat(said(other.configure(FRANKFURT))).isEmpty();
            assertThat(said(one.configure(FRANKFURT))).isEmpty();
        }
        assertThat(scene.journal()).doesNotContain("ReadResource");
    }

    @Test
    void processThatRefusedItsConfigurationIsThrownAway() throws Exception {
        scene.answer("Configure", Diagnostic.answer(ProviderMethod.CONFIGURE, Diagnostic.error("Not with me", "")));
        try (Tool tool = Tool.with(lease)) {
            long refusing = tool.process();

            tool.configure(FRANKFURT);

            await().until(() ->
                    ProcessHandle.of(refusing).filter(ProcessHandle::isAlive).isEmpty());
            assertThat(tool.process()).isNotEqualTo(refusing);
        }
    }

    @Test
    void configurationThatItsProviderFindsWrongIsNotTried() throws Exception {
        Diagnostic wrong = Diagnostic.error("Invalid AWS Region: atlantis", "");
        scene.answer("PrepareProviderConfig", Diagnostic.answer(ProviderMethod.CHECK_PROVIDER, wrong));
        try (Tool tool = Tool.with(lease)) {
            assertThat(said(tool.configure(FRANKFURT))).containsExactly(wrong);
        }
        assertThat(scene.journal()).doesNotContain("Configure");
        assertThat(lease.withdrawal()).isEmpty();
    }

    @Test
    void relativePathInTheConfigurationTakesTheLeaseBack() throws Exception {
        Map<String, Value> relative = Map.of(
                "shared_credentials_files", Value.of(List.of(Value.of("/etc/aws"), Value.of("aws/credentials"))));
        try (Tool tool = Tool.with(lease)) {
            assertThat(said(tool.configure(relative))).singleElement().matches(Diagnostic::isError);
        }
        assertThat(lease.withdrawal())
                .hasValueSatisfying(why ->
                        assertThat(why).contains("shared_credentials_files").doesNotContain("aws/credentials"));
        assertThat(scene.journal()).doesNotContain("Configure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReadResource", "PlanResourceChange", "ReadDataSource", "ImportResourceState"})
    void nothingIsAskedOfAProviderThatIsNotConfigured(String method) throws Exception {
        try (Tool tool = Tool.with(lease)) {
            assertThat(status(() -> tool.call(method))).isEqualTo(Status.Code.FAILED_PRECONDITION);
        }
        assertThat(scene.journal()).doesNotContain(method);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ValidateResourceTypeConfig",
                "ValidateDataSourceConfig",
                "UpgradeResourceState",
                "CallFunction",
                "SomethingNobodyKnowsYet"
            })
    void whatNeedsNoConfigurationIsPassedOn(String method) {
        byte[] request = new MessageWriter().text(9, "as it came").toBytes();

        try (Tool tool = Tool.with(lease)) {
            assertThat(tool.call(method, request)).isEqualTo(request);
        }
        assertThat(lease.withdrawal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ApplyResourceChange",
                "InvokeAction",
                "WriteStateBytes",
                "LockState",
                "DeleteState",
                "ApplySomethingNew"
            })
    void nothingIsEverWritten(String method) throws Exception {
        try (Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);

            assertThat(status(() -> tool.call(method))).isEqualTo(Status.Code.PERMISSION_DENIED);
        }
        assertThat(scene.journal()).doesNotContain(method);
        assertThat(lease.withdrawal()).hasValueSatisfying(why -> assertThat(why).contains(method));
    }

    @Test
    void stopStopsNobodyElse() throws Exception {
        try (Tool tool = Tool.with(lease)) {
            assertThat(tool.call("Stop")).isEmpty();
        }
        assertThat(scene.journal()).doesNotContain("Stop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plugin.GRPCBroker/StartStream", "plugin.GRPCController/Shutdown", "tfplugin6.Provider/Configure"
            })
    void otherServicesAreNotOffered(String method) {
        try (Tool tool = Tool.with(lease)) {
            assertThat(status(() -> tool.call(method))).isEqualTo(Status.Code.UNIMPLEMENTED);
        }
        assertThat(lease.withdrawal()).isEmpty();
    }

    @Test
    void testifiesWhatTheCodeCameTo() {
        Value live = Value.of(Map.of("id", Value.of("q-1"), "name", Value.of("q"), "size", Value.of(7)));
        Value configuration = Value.of(Map.of("id", Value.ofNull(), "name", Value.of("q"), "size", Value.of("0.1")));
        Value overlaid = Value.of(Map.of("id", Value.ofNull(), "name", Value.of("q"), "size", Value.of(7)));
        try (Tool tool = Tool.with(lease)) {
            tool.configure(FRANKFURT);
            tool.call(
                    "ValidateResourceTypeConfig",
                    new MessageWriter()
                            .text(1, "aws_sqs_queue")
                            .bytes(2, DynamicValue.of(configuration).toBytes())
                            .toBytes());
            tool.call(
                    "PlanResourceChange",
                    new MessageWriter()
                            .text(1, "aws_sqs_queue")
                            .bytes(2, DynamicValue.of(live).toBytes())
                            .bytes(4, DynamicValue.of(overlaid).toBytes())
                            .toBytes());
        }

        assertThat(lease.testimony())
                .containsExactly(new Testimony(
                        "aws_sqs_queue",
                        live,
                        Value.of(Map.of(
                                "name", Value.of("q"), "size", new Value.Decimal(new java.math.BigDecimal("0.1"))))));
    }

    private static Value retries(byte[] echoed) {
        return DynamicValue.in(Message.of(echoed), 2).orElseThrow().value().field("max_retries");
    }

    private static List<Diagnostic> said(byte[] answer) {
        return Diagnostic.of(ProviderMethod.CONFIGURE, answer);
    }

    private static Status.Code status(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call)
                .getStatus()
                .getCode();
    }
}
