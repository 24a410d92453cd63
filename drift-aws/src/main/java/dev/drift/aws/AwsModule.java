package dev.drift.aws;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.code.CodeReader;
import dev.drift.diagnosis.RuleBook;

/** Hands the AWS rule book to an injector, and what AWS adds to a run; the code is read by whoever else binds a reader. */
public final class AwsModule extends AbstractModule {

    private final SharedSettings settings;
    private final boolean sharing;

    private AwsModule(SharedSettings settings, boolean sharing) {
        this.settings = requireNonNull(settings, "settings is null");
        this.sharing = sharing;
    }

    /** Stacks share providers as the settings say. */
    public static AwsModule sharing(SharedSettings settings) {
        return new AwsModule(settings, true);
    }

    /** Every stack plans with a provider of its own. */
    public static AwsModule plain(SharedSettings settings) {
        return new AwsModule(settings, false);
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    @Singleton
    RuleBook rules() {
        return AwsRules.knowing(settings.cache());
    }

    @Provides
    @Singleton
    AwsRun run(CodeReader code) {
        return sharing ? AwsRun.sharing(code, settings) : AwsRun.plain(code, settings);
    }
}
