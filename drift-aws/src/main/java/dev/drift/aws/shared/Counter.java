package dev.drift.aws.shared;

import dev.drift.code.IacTool;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where one lease lends its providers to a tool: closed until one comes, which none does where a stack is only read. */
final class Counter implements AutoCloseable {

    private final Station station;
    private final IacTool tool;
    private final Map<String, LentProvider> lent;
    private final Withdrawal withdrawal;
    private final List<ProviderServer> servers = new ArrayList<>();
    private boolean closed;

    Counter(Station station, IacTool tool, Map<String, LentProvider> lent, Withdrawal withdrawal) {
        this.station = station;
        this.tool = tool;
        this.lent = lent;
        this.withdrawal = withdrawal;
    }

    /** Opens a socket for each provider. Where that cannot be, the lease is withdrawn and there is nothing to tell a tool. */
    synchronized Map<String, String> open() {
        Reattachment reattachment = new Reattachment(tool);
        try {
            for (Map.Entry<String, LentProvider> provider : lent.entrySet()) {
                ProviderServer server = serve(provider.getValue());
                servers.add(server);
                reattachment.add(provider.getKey(), provider.getValue().known().protocol(), server.socket());
            }
        } catch (IOException noSocket) {
            withdrawal.because("no socket can be made: " + noSocket.getClass().getSimpleName());
            return Map.of();
        }
        return Map.of(Reattachment.VARIABLE, reattachment.written());
    }

    private ProviderServer serve(LentProvider provider) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        return station.serve(provider);
    }

    @Override
    public synchronized void close() {
        closed = true;
        servers.forEach(station::end);
        servers.clear();
    }
}
