package dev.drift.aws.provider;

import static java.util.Objects.requireNonNull;

/** How a call of a provider failed. The message names the method and the status; the provider's own words are apart. */
public final class ProviderCallException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String description;
    private final boolean providerLost;

    /**
     * @param method what was called
     * @param status the numeric status of gRPC, 14 for unavailable
     * @param description what came with the status; may quote values, so it belongs in no report
     * @param providerLost whether the process died under the call
     */
    public ProviderCallException(String method, int status, String description, boolean providerLost) {
        super(method + (providerLost ? ": the provider died under it" : " failed with gRPC status " + status));
        this.status = status;
        this.description = requireNonNull(description, "description is null");
        this.providerLost = providerLost;
    }

    /** The numeric status of gRPC. */
    public int status() {
        return status;
    }

    /** What came with the status, empty if nothing did. May quote values of the request. */
    public String description() {
        return description;
    }

    /** Whether the process died under this call by itself. False if it was closed, or is alive and could not be reached. */
    public boolean isProviderLost() {
        return providerLost;
    }
}
