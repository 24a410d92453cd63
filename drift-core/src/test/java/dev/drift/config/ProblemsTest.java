package dev.drift.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void throwsNothingWhenNothingWasFound() {
        assertThatCode(() -> new Problems().throwIfAny()).doesNotThrowAnyException();
    }

    @Test
    void throwsOnceWithEveryProblemInTheOrderFound() {
        Problems problems = new Problems()
                .add("stack.tm.hcl:3:10", "Tag is not valid: Prod")
                .add(Problem.of("No stack was found"))
                .addAll(List.of(Problem.at("--select", "Value is missing")));

        InvalidConfigException thrown = catchThrowableOfType(InvalidConfigException.class, problems::throwIfAny);

        assertThat(thrown.problems()).isEqualTo(problems.all());
        assertThat(thrown)
                .hasMessage(
                        "stack.tm.hcl:3:10: Tag is not valid: Prod\nNo stack was found\n--select: Value is missing");
    }

    @Test
    void handsOutASnapshot() {
        Problems problems = new Problems().add(Problem.of("First"));
        List<Problem> before = problems.all();

        problems.add(Problem.of("Second"));

        assertThat(before).containsExactly(Problem.of("First"));
        assertThat(problems.isEmpty()).isFalse();
    }

    @Test
    void refusesAnExceptionWithoutProblem() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvalidConfigException(List.of()));
    }

    @Test
    void refusesProblemThatSaysNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(" "));
        assertThatNullPointerException().isThrownBy(() -> Problem.at(null, "x")).withMessage("where is null");
    }
}
