package dev.drift.aws;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.drift.diagnosis.RuleBook;

/** Hands the AWS rule book to an injector. */
public final class AwsModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    RuleBook rules() {
        return AwsRules.standard();
    }
}
