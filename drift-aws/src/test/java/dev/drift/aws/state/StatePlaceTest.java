package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.aws.state.StateException.Kind;
import dev.drift.code.StateLocation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatePlaceTest {

    private static final Path STACK = Path.of("/estate/web");
    private static final Map<String, String> BUCKET =
            Map.of("bucket", "b", "key", "a/web.tfstate", "region", "eu-central-1");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                default, -,            -,       /estate/web/terraform.tfstate
                default, x.tfstate,    -,       /estate/web/x.tfstate
                default, ../x.tfstate, -,       /estate/web/../x.tfstate
                default, /s/x.tfstate, -,       /s/x.tfstate
                green,   -,            -,       /estate/web/terraform.tfstate.d/green/terraform.tfstate
                green,   x.tfstate,    -,       /estate/web/terraform.tfstate.d/green/terraform.tfstate
                green,   -,            spaces,  /estate/web/spaces/green/terraform.tfstate
                default, -,            spaces,  /estate/web/terraform.tfstate
                """)
    void findsTheFileOfAWorkspace(String workspace, String path, String directory, String expected)
            throws StateException {
        Map<String, String> settings = new HashMap<>();
        if (path != null) {
            settings.put("path", path);
        }
        if (directory != null) {
            settings.put("workspace_dir", directory);
        }

        StatePlace place = StatePlace.of(new StateLocation.Backend("local", settings, workspace), STACK, Map.of());

        assertThat(place).isEqualTo(new StatePlace.InFile(Path.of(expected)));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                default, -,       a/web.tfstate
                default, p,       a/web.tfstate
                green,   -,       env:/green/a/web.tfstate
                green,   p/q,     p/q/green/a/web.tfstate
                green,   '',      green/a/web.tfstate
                """)
    void findsTheObjectOfAWorkspace(String workspace, String prefix, String expected) throws StateException {
        Map<String, String> settings = new HashMap<>(BUCKET);
        if (prefix != null) {
            settings.put("workspace_key_prefix", prefix);
        }

        assertThat(place(new StateLocation.Backend("s3", settings, workspace), Map.of())
                        .key())
                .isEqualTo(expected);
    }

    @Test
    void theEnvironmentChoosesTheWorkspace() throws StateException {
        StateLocation chosen = new StateLocation.Backend("s3", BUCKET, "green");

        assertThat(place(chosen, Map.of("TF_WORKSPACE", "red")).key()).isEqualTo("env:/red/a/web.tfstate");
        assertThat(place(chosen, Map.of("TF_WORKSPACE", "")).key()).isEqualTo("env:/green/a/web.tfstate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remote", "cloud", "azurerm", "gcs", "http", "pg", "consul", "hunter3"})
    void refusesOtherBackendsByName(String type) {
        StateException thrown = failing(SampleStates.backend(type, Map.of()), Map.of());

        assertThat(thrown.kind()).isEqualTo(Kind.ELSEWHERE);
        assertThat(thrown.reason()).contains('"' + type + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket", "key"})
    void namesTheSettingThatTheCodeDoesNotSpell(String missing) {
        Map<String, String> settings = new HashMap<>(BUCKET);
        settings.remove(missing);

        StateException thrown = failing(SampleStates.backend("s3", settings), Map.of());

        assertThat(thrown.kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(thrown.reason())
                .isEqualTo("the setting \"" + missing + "\" of the backend is not written in the code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"region", "workspace_key_prefix", "assume_role.role_arn", "profile", "encrypt"})
    void aSettingThatIsNoLiteralIsNotGuessed(String opaque) {
        StateException thrown = failing(new StateLocation.Backend("s3", BUCKET, Set.of(opaque), "default"), Map.of());

        assertThat(thrown.kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(thrown.reason()).isEqualTo("the setting \"" + opaque + "\" of the backend is no literal");
    }

    @Test
    void aFileWhosePathIsNoLiteralIsNotGuessed() {
        assertThat(failing(new StateLocation.Backend("local", Map.of(), Set.of("path"), "default"), Map.of())
                        .kind())
                .isEqualTo(Kind.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kms_key_id", "acl", "skip_credentials_validation", "state_tags.a", "max_retries"})
    void whatOnlyMattersForWritingMayBeAnything(String opaque) throws StateException {
        assertThat(place(new StateLocation.Backend("s3", BUCKET, Set.of(opaque), "default"), Map.of())
                        .bucket())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "TF_CLI_ARGS_init, -backend-config=prod.hcl",
        "TF_CLI_ARGS_init, -input=false '-backend-config=key=x'",
        "TF_CLI_ARGS_init, --backend=false",
        "TF_CLI_ARGS,      -state=other.tfstate"
    })
    void argumentsOfTheEnvironmentAreNotOverlooked(String variable, String arguments) {
        StateException thrown = failing(SampleStates.backend("s3", BUCKET), Map.of(variable, arguments));

        assertThat(thrown.kind()).isEqualTo(Kind.UNDETERMINED);
        assertThat(thrown.reason()).contains(variable);
    }

    @Test
    void otherArgumentsDoNotMatter() throws StateException {
        Map<String, String> environment = Map.of("TF_CLI_ARGS_plan", "-lock=false -parallelism=2 -var state=x");

        assertThat(place(SampleStates.backend("s3", BUCKET), environment).bucket())
                .isEqualTo("b");
    }

    @Test
    void aCustomerKeyIsForStatesThatAreEncryptedWithIt() throws StateException {
        String key = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        Map<String, String> settings = new HashMap<>(BUCKET);
        Map<String, String> environment = Map.of("AWS_SSE_CUSTOMER_KEY", key);
        assertThat(place(SampleStates.backend("s3", settings), environment).customerKey())
                .isEmpty();

        settings.put("encrypt", "true");
        StatePlace.InBucket place = place(SampleStates.backend("s3", settings), environment);

        assertThat(place.customerKey()).contains(key);
        assertThat(place + " " + place.access()).doesNotContain(key);
    }

    @Test
    void aCustomerKeyThatIsNoneIsNotUsed() {
        Map<String, String> settings = new HashMap<>(BUCKET);
        settings.put("encrypt", "true");
        settings.put("sse_customer_key", "hunter2-in-clear");

        assertThat(failing(SampleStates.backend("s3", settings), Map.of()).reason())
                .contains("sse_customer_key")
                .doesNotContain("hunter2");
    }

    @Test
    void placesAreEqualIfTheSameStateIsReachedTheSameWay() throws StateException {
        StateLocation location = SampleStates.backend("s3", BUCKET);
        StatePlace plain = place(location, Map.of("AWS_PROFILE", "a"));

        assertThat(place(location, Map.of("AWS_PROFILE", "a", "TF_REATTACH_PROVIDERS", "{}")))
                .isEqualTo(plain);
        assertThat(place(location, Map.of("AWS_PROFILE", "b"))).isNotEqualTo(plain);
    }

    private static StatePlace.InBucket place(StateLocation location, Map<String, String> environment)
            throws StateException {
        return (StatePlace.InBucket) StatePlace.of(location, STACK, environment);
    }

    private static StateException failing(StateLocation location, Map<String, String> environment) {
        StateException thrown =
                catchThrowableOfType(StateException.class, () -> StatePlace.of(location, STACK, environment));
        assertThat(thrown).isNotNull();
        return thrown;
    }
}
