package dev.drift.it.estate;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one estate of this build to every test class that asks for it, and closes it after the last of them. */
public final class EstateExtension implements ParameterResolver {

    private static final Namespace ACME = Namespace.create(Estate.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Estate.class;
    }

    @Override
    public Estate resolveParameter(ParameterContext parameter, ExtensionContext test) {
        // JUnit closes what a store holds in the opposite order of arrival.
        return test.getRoot().getStore(ACME).getOrComputeIfAbsent("estate", key -> apply(), Estate.class);
    }

    private static Estate apply() {
        try {
            return Estate.applied();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
