package dev.drift.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.code.CodeReader;
import dev.drift.diagnosis.RuleBook;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.testing.EnvironmentSourceContract;
import dev.drift.testing.InMemoryCode;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.ScriptedProbe;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsRunTest extends EnvironmentSourceContract {

    private final RecordingEnvironments below = new RecordingEnvironments(Map.of("AWS_PROFILE", "reader"));

    @TempDir
    private Path cache;

    @Override
    protected EnvironmentSource source() {
        return AwsRun.plain(new InMemoryCode(Map.of()), settings()).over(below);
    }

    @Test
    void plainRunsLeaseWhatLiesBelow() throws Exception {
        EnvironmentLease lease = source().lease(stack());

        assertThat(lease.variables()).isEqualTo(Map.of("AWS_PROFILE", "reader"));
        assertThat(lease.manner()).isEmpty();
    }

    @Test
    void closesWhatLiesBelow() {
        source().close();

        assertThat(below.closings()).isEqualTo(1);
    }

    @Test
    void keepsTheNameOfTheEngine() {
        AwsRun run = AwsRun.sharing(new InMemoryCode(Map.of()), settings());

        assertThat(run.around(new ScriptedProbe()).engine()).isEqualTo("scripted");
    }

    @Test
    void anInjectorHandsOutTheBookAndTheRun() {
        Injector injector = Guice.createInjector(AwsModule.sharing(settings()), new CodeModule());

        assertThat(injector.getInstance(RuleBook.class)).isSameAs(AwsRules.standard());
        assertThat(injector.getInstance(AwsRun.class)).isSameAs(injector.getInstance(AwsRun.class));
    }

    private SharedSettings settings() {
        return SharedSettings.standard().in(Map.of()).cachingIn(cache);
    }

    /** What another adapter brings. */
    private static final class CodeModule extends AbstractModule {
        @Provides
        CodeReader code() {
            return new InMemoryCode(Map.of());
        }
    }
}
