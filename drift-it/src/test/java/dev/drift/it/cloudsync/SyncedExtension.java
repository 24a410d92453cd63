package dev.drift.it.cloudsync;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one synced project to everyone who claims something of it, and closes it after the last of them. */
final class SyncedExtension implements ParameterResolver {

    private static final Namespace CLOUD = Namespace.create(Synced.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Synced.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot().getStore(CLOUD).getOrComputeIfAbsent("synced", key -> lived(), Synced.class);
    }

    private static Synced lived() {
        try {
            return Synced.lived();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
