package dev.drift.aws.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods of the provider service that Drift has something to do with, under both their names: version 6 of the protocol
 * renamed some of version 5.
 */
public enum ProviderMethod {
    SCHEMA("GetSchema", "GetProviderSchema", 4),
    IDENTITY_SCHEMAS("GetResourceIdentitySchemas", 2),
    METADATA("GetMetadata", 2),
    FUNCTIONS("GetFunctions", 2),
    CALL_FUNCTION("CallFunction", 0),
    CHECK_PROVIDER("PrepareProviderConfig", "ValidateProviderConfig", 2),
    CONFIGURE("Configure", "ConfigureProvider", 1),
    STOP("Stop", "StopProvider", 0),
    CHECK_RESOURCE("ValidateResourceTypeConfig", "ValidateResourceConfig", 1),
    CHECK_DATA("ValidateDataSourceConfig", "ValidateDataResourceConfig", 1),
    CHECK_EPHEMERAL("ValidateEphemeralResourceConfig", 1),
    CHECK_LIST("ValidateListResourceConfig", 1),
    CHECK_ACTION("ValidateActionConfig", 1),
    UPGRADE_STATE("UpgradeResourceState", 2),
    UPGRADE_IDENTITY("UpgradeResourceIdentity", 2),
    READ("ReadResource", 2),
    READ_DATA("ReadDataSource", 2),
    IMPORT("ImportResourceState", 2),
    MOVE("MoveResourceState", 2),
    PLAN("PlanResourceChange", 4),
    PLAN_ACTION("PlanAction", 1),
    GENERATE("GenerateResourceConfig", 2),
    OPEN_EPHEMERAL("OpenEphemeralResource", 1),
    RENEW_EPHEMERAL("RenewEphemeralResource", 1),
    CLOSE_EPHEMERAL("CloseEphemeralResource", 1),
    LIST("ListResource", 0),
    APPLY("ApplyResourceChange", 3),
    INVOKE_ACTION("InvokeAction", 0),
    CHECK_STATE_STORE("ValidateStateStoreConfig", 1),
    CONFIGURE_STATE_STORE("ConfigureStateStore", 1),
    READ_STATE("ReadStateBytes", 0),
    WRITE_STATE("WriteStateBytes", 1),
    LOCK_STATE("LockState", 2),
    UNLOCK_STATE("UnlockState", 1),
    LIST_STATES("GetStates", 2),
    DELETE_STATE("DeleteState", 1);

    private static final Map<String, ProviderMethod> BY_NAME = Arrays.stream(values())
            .flatMap(method -> Stream.of(method.five, method.six).distinct().map(name -> Map.entry(name, method)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String five;
    private final String six;
    private final int diagnostics;

    ProviderMethod(String both, int diagnostics) {
        this(both, both, diagnostics);
    }

    ProviderMethod(String five, String six, int diagnostics) {
        this.five = five;
        this.six = six;
        this.diagnostics = diagnostics;
    }

    /** The method of that name in either version; empty if it is none of these. */
    public static Optional<ProviderMethod> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Its name in a version of the protocol. */
    public String in(int protocol) {
        return protocol >= 6 ? six : five;
    }

    /** The field of its answers that holds diagnostics, if they can hold any. */
    OptionalInt diagnostics() {
        return diagnostics == 0 ? OptionalInt.empty() : OptionalInt.of(diagnostics);
    }
}
