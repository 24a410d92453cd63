package dev.drift.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticTest {

    @Test
    void readsWhatItWroteWhereverTheMethodPutsIt() {
        Diagnostic error = Diagnostic.error("Throttling", "Rate exceeded");
        Diagnostic warning = new Diagnostic(Diagnostic.Severity.WARNING, "Deprecated", "");

        assertThat(Arrays.stream(ProviderMethod.values())
                        .filter(method -> method.diagnostics().isPresent()))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(Diagnostic.of(method, Diagnostic.answer(method, error, warning)))
                        .containsExactly(error, warning));
    }

    @Test
    void methodThatSaysNothingBesideItsResultHasNoDiagnostics() {
        assertThat(Diagnostic.of(
                        ProviderMethod.STOP, new MessageWriter().text(1, "x").toBytes()))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Diagnostic.answer(ProviderMethod.CALL_FUNCTION, Diagnostic.error("x", "")));
    }

    @Test
    void severityNobodyKnowsIsNoError() {
        byte[] odd = new MessageWriter()
                .bytes(1, new MessageWriter().number(1, 9).text(2, "x").toBytes())
                .toBytes();

        assertThat(Diagnostic.of(ProviderMethod.CONFIGURE, odd))
                .singleElement()
                .matches(said -> !said.isError() && said.text().equals("x"));
    }

    @Test
    void printsNothingItQuotes() {
        assertThat(Diagnostic.error("x", "password=hunter2")).hasToString("error");
    }

    @ParameterizedTest
    @CsvSource({
        "GetSchema, GetProviderSchema, SCHEMA",
        "PrepareProviderConfig, ValidateProviderConfig, CHECK_PROVIDER",
        "Configure, ConfigureProvider, CONFIGURE",
        "ValidateResourceTypeConfig, ValidateResourceConfig, CHECK_RESOURCE",
        "ValidateDataSourceConfig, ValidateDataResourceConfig, CHECK_DATA",
        "Stop, StopProvider, STOP",
        "ReadResource, ReadResource, READ"
    })
    void methodsAreKnownUnderBothNames(String five, String six, ProviderMethod method) {
        assertThat(ProviderMethod.named(five)).contains(method);
        assertThat(ProviderMethod.named(six)).contains(method);
        assertThat(method.in(5)).isEqualTo(five);
        assertThat(method.in(6)).isEqualTo(six);
    }
}
