package dev.drift.aws.provider;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * One provider process, started and connected over a socket that only its owner can reach. It does not outlive this JVM,
 * however the JVM ends. Safe for use by several threads; many calls can be under way at once.
 *
 * <p>The provider runs in a private folder, so a relative path in its environment or its configuration leads nowhere.
 */
public final class RunningProvider implements AutoCloseable {

    private static final Duration HANDSHAKE = Duration.ofMinutes(1);
    private static final Duration CONNECTION = Duration.ofSeconds(10);

    /** A socket breaks a moment before its process is seen to have ended. */
    private static final Duration DEATH = Duration.ofSeconds(2);

    private final ProviderProcess process;
    private final ProviderConnection connection;
    private final int protocol;

    private RunningProvider(ProviderProcess process, ProviderConnection connection, int protocol) {
        this.process = process;
        this.connection = connection;
        this.protocol = protocol;
    }

    /**
     * Starts a provider and shakes hands with it, within a minute.
     *
     * @param program a verified program, see {@link ProviderPrograms}
     * @param environment everything its caller would start it with; what steers Terraform itself is kept from it, its logs
     *     are switched off
     * @throws ProviderException if it does not start, does not shake hands or speaks another protocol than 5 and 6; nothing
     *     of it is left then
     */
    public static RunningProvider start(Path program, Map<String, String> environment) throws ProviderException {
        return start(program, environment, HANDSHAKE);
    }

    static RunningProvider start(Path program, Map<String, String> environment, Duration patience)
            throws ProviderException {
        ProviderProcess process = ProviderProcess.start(program, environment);
        try {
            return connected(process, process.handshake(patience));
        } catch (InterruptedException interrupted) {
            process.close();
            Thread.currentThread().interrupt();
            throw new ProviderException("Interrupted while the provider was started", interrupted);
        } catch (ProviderException | Error unusable) {
            process.close();
            throw unusable;
        } catch (RuntimeException unusable) {
            process.close();
            throw new ProviderException("The provider cannot be connected to: " + unusable.getMessage(), unusable);
        }
    }

    private static RunningProvider connected(ProviderProcess process, Handshake handshake)
            throws ProviderException, InterruptedException {
        ProviderConnection connection = ProviderConnection.open(handshake);
        try {
            if (!connection.isReadyWithin(CONNECTION)) {
                throw new ProviderException("The provider does not take a connection");
            }
            return new RunningProvider(process, connection, handshake.protocol());
        } catch (ProviderException | InterruptedException | RuntimeException unusable) {
            connection.close();
            throw unusable;
        }
    }

    /** The version of the messages it speaks: 5 or 6. */
    public int protocol() {
        return protocol;
    }

    /** The process id of the provider itself. */
    public long pid() {
        return process.pid();
    }

    /**
     * Sends a message and waits for the answer, without looking into either. Ends early when the current context of gRPC is
     * cancelled or out of time, or the thread is interrupted, which then stays so; the provider is told. Never sent twice.
     *
     * @param method the name within the service, such as {@code ReadResource}
     * @param request the encoded request
     * @return the encoded answer
     * @throws ProviderCallException if there is no answer
     */
    public byte[] call(String method, byte[] request) throws ProviderCallException {
        try {
            return connection.call(method, request);
        } catch (StatusRuntimeException failed) {
            throw failure(method, failed.getStatus());
        } catch (RejectedExecutionException ended) {
            throw failure(method, Status.UNAVAILABLE.withDescription("the provider was closed"));
        }
    }

    private ProviderCallException failure(String method, Status status) {
        Duration patience = status.getCode() == Status.Code.UNAVAILABLE ? DEATH : Duration.ZERO;
        boolean lost = isLoss(status) && process.diesWithin(patience);
        String said = Optional.ofNullable(status.getDescription()).orElse("");
        String description = lost ? "the provider died (" + process.ending().orElse("no exit code") + ")" : said;
        return new ProviderCallException(method, status.getCode().value(), description, lost);
    }

    /** Any other status is an answer of the provider, or of the caller's own making. */
    private static boolean isLoss(Status status) {
        return switch (status.getCode()) {
            case UNAVAILABLE, UNKNOWN, INTERNAL, CANCELLED -> true;
            default -> false;
        };
    }

    /** Whether the process runs and was not closed. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process and all it started, and removes its socket and folder. Calls under way fail. Closing twice does nothing more. */
    @Override
    public void close() {
        connection.close();
        process.close();
    }
}
