package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProviderTest {

    @TempDir
    private Path folder;

    @Test
    void answersOverTheProtocolItSpeaks() throws Exception {
        try (RunningProvider provider = start(Map.of(ScriptedProvider.PROTOCOL, "6"))) {
            assertThat(provider.protocol()).isEqualTo(6);
            assertThat(provider.call("ReadResource", "aws_vpc.main".getBytes(UTF_8)))
                    .asString(UTF_8)
                    .isEqualTo("aws_vpc.main");
        }
    }

    private RunningProvider start(Map<String, String> script) throws Exception {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(script);
        return RunningProvider.start(ScriptedProvider.write(folder, "terraform-provider-scripted"), environment);
    }
}
