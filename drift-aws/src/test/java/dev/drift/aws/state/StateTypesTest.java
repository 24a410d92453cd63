package dev.drift.aws.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a state is asked before its stack is planned: the types it holds. */
class StateTypesTest extends WatchedState {

    @Test
    void saysWhichTypesAStateHolds() {
        assertThat(watch(LOCAL, Map.of()).types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .hasValue(Set.of("aws_caller_identity", "aws_sns_topic", "aws_sqs_queue"));
    }

    @Test
    void noStateHoldsNoTypes() throws IOException {
        Files.delete(directory.resolve("terraform.tfstate"));

        assertThat(watch(LOCAL, Map.of()).types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .hasValue(Set.of());
    }

    @Test
    void theTypesOfAStateThatCannotBeReadAreNotKnown() throws IOException {
        StateWatch watch = watch(LOCAL, Map.of());
        write("terraform.tfstate", "no state");
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of()))
                .isEmpty();

        write("terraform.tfstate", SampleStates.resource("pbkdf2.tfstate"));
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TOFU, LOCAL), Map.of()))
                .isEmpty();

        Files.delete(directory.resolve("terraform.tfstate"));
        assertThat(watch.types(stack(), SampleStates.code(IacTool.TERRAGRUNT, LOCAL), Map.of()))
                .isEmpty();
    }

    @Test
    void whatWasReadForTheTypesIsWhatTheNextLookComparesWith() throws ProbeException {
        StateWatch watch = watch(LOCAL, Map.of());
        watch.types(stack(), SampleStates.code(IacTool.TERRAFORM, LOCAL), Map.of());
        write("terraform.tfstate", SampleStates.state(6));

        watch.around(looking(() -> {})).probe(request());
        watch.around(looking(() -> {})).probe(request());

        assertThat(lines).containsExactly("the state moved meanwhile: serial 5 to 6; looking once more");
        assertThat(looks).hasValue(3);
    }
}
