package dev.drift.it.fake;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The account on a free loopback port. Plain sockets and one thread per connection: an answer costs some microseconds, so
 * it is never what a benchmark waits for. Safe to use from any thread; ends with {@link #close()}.
 */
public final class FakeAws implements AutoCloseable {

    private final Answers answers = new Answers();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Integer> held = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;
    private long healed;
    private volatile Duration delay = Duration.ZERO;

    private FakeAws(ServerSocket server) {
        this.server = server;
    }

    public static FakeAws start() throws IOException {
        FakeAws account = new FakeAws(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
        account.threads.execute(account::accept);
        return account;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** From now on the live object of a set, such as {@code s0007}, has another value in a field of {@code answers.txt}. */
    public void change(String set, String field, String value) {
        answers.change(set, field, value);
    }

    /** From now on every call that names an object of this set fails. */
    public void fail(String set, Fault fault) {
        faults.put(set, fault);
    }

    /** From now on one operation, such as {@code ssm.GetParameter}, fails for the objects of this set. */
    public void fail(String set, String operation, Fault fault) {
        faults.put(set + " " + operation, fault);
    }

    /** No fault lasts; a call that is held gets its answer. */
    public void heal() {
        synchronized (faults) {
            faults.clear();
            held.clear();
            healed++;
            faults.notifyAll();
        }
    }

    /** How long every answer takes from now on. */
    public void delay(Duration time) {
        delay = time;
    }

    /** How often each operation was called, such as {@code ecs.DescribeServices}. */
    public Map<String, Long> calls() {
        return calls.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
    }

    /**
     * The calls that wait in vain just now, each by the local port of who called, in the order of coming. One whose caller died
     * stays until all are healed.
     */
    public List<Integer> held() {
        return List.copyOf(held);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
        heal();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            // Only close() ends this loop.
        }
    }

    private void serve(Socket connection) {
        connections.add(connection);
        try (connection) {
            connection.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(connection.getInputStream());
            for (Optional<Request> next = Request.read(in); next.isPresent(); next = Request.read(in)) {
                answer(next.get(), connection.getPort()).writeTo(connection.getOutputStream());
            }
        } catch (IOException gone) {
            // The peer may leave when it likes.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private Reply answer(Request request, int caller) throws InterruptedException {
        calls.computeIfAbsent(request.name(), name -> new LongAdder()).increment();
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        Optional<Fault> fault = request.set()
                .flatMap(set -> Optional.ofNullable(faults.get(set))
                        .or(() -> Optional.ofNullable(faults.get(set + " " + request.name()))));
        if (fault.equals(Optional.of(Fault.SILENT))) {
            hold(caller);
            fault = Optional.empty();
        }
        return fault.isPresent() ? fault.get().reply(request) : answers.to(request);
    }

    private void hold(Integer caller) throws InterruptedException {
        synchronized (faults) {
            long before = healed;
            held.add(caller);
            while (healed == before) {
                faults.wait();
            }
        }
    }
}
