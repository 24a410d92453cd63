package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.state.StateException.Kind;
import dev.drift.code.StateLocation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where exactly a state lies, once the code and the environment have both had their say. */
sealed interface StatePlace {

    String DEFAULT_WORKSPACE = "default";
    Pattern SAID_ELSEWHERE = Pattern.compile("(?:^|\\s)'?\"?--?(?:backend-config|backend|state)\\b");

    /** In a file. */
    record InFile(Path file) implements StatePlace {
        public InFile {
            requireNonNull(file, "file is null");
        }
    }

    /**
     * In a bucket.
     *
     * @param key the key of the object, the workspace included
     * @param lockedBy what stands for a lock beside it
     * @param customerKey the key S3 needs to decrypt it, in base64
     * @param access how S3 and DynamoDB are reached
     */
    record InBucket(String bucket, String key, LockKinds lockedBy, Optional<String> customerKey, Settings access)
            implements StatePlace {
        public InBucket {
            requireNonNull(bucket, "bucket is null");
            requireNonNull(key, "key is null");
            requireNonNull(lockedBy, "lockedBy is null");
            requireNonNull(customerKey, "customerKey is null");
            requireNonNull(access, "access is null");
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "s3://" + bucket + "/" + key;
        }
    }

    /**
     * What stands for a lock on a state in a bucket; any of them does.
     *
     * @param object whether an object beside the state
     * @param table a DynamoDB table, if one is used
     */
    record LockKinds(boolean object, Optional<String> table) {}

    /**
     * The place of a state.
     *
     * @throws StateException if it is none of ours, or the code and the environment do not say it by themselves
     */
    static StatePlace of(StateLocation location, Path directory, Map<String, String> environment)
            throws StateException {
        if (location instanceof StateLocation.Undetermined open) {
            throw new StateException(Kind.UNDETERMINED, open.reason());
        }
        StateLocation.Backend backend = (StateLocation.Backend) location;
        requireNothingSaidElsewhere(environment);
        String chosen = environment.getOrDefault("TF_WORKSPACE", "");
        String workspace = chosen.isEmpty() ? backend.workspace() : chosen;
        return switch (backend.type()) {
            case "local" -> LocalBackend.place(backend, workspace, directory, environment);
            case "s3" -> BucketBackend.place(backend, workspace, environment);
            default ->
                throw new StateException(
                        Kind.ELSEWHERE, "states in the backend \"" + backend.type() + "\" are not read");
        };
    }

    private static void requireNothingSaidElsewhere(Map<String, String> environment) throws StateException {
        for (String arguments : new String[] {"TF_CLI_ARGS", "TF_CLI_ARGS_init", "TF_CLI_ARGS_plan"}) {
            if (SAID_ELSEWHERE.matcher(environment.getOrDefault(arguments, "")).find()) {
                throw new StateException(Kind.UNDETERMINED, arguments + " says where the state lives");
            }
        }
    }
}
