package dev.drift.terramate.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs tools. Their standard input is empty; when a run is over, for whatever reason, none of its processes is left. */
public final class ToolProcess {

    private static final String MARK = "DRIFT_PROCESS_MARK";
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration STRAGGLING_OUTPUT = Duration.ofSeconds(1);

    private final Process process;
    private final ProcessTree tree;
    private final Transcript output = new Transcript();
    private final Transcript errors = new Transcript();

    private ToolProcess(Process process, ProcessTree tree) {
        this.process = process;
        this.tree = tree;
    }

    /**
     * Runs the command until it ends by itself.
     *
     * @param lines sees every line the tool prints, from other threads; what it throws is dropped
     * @throws ToolTimeoutException if it was not done at the deadline
     * @throws InterruptedException if the thread was interrupted meanwhile
     * @throws IOException if it could not be started
     */
    public static ToolRun run(ToolCommand command, Deadline deadline, Consumer<String> lines)
            throws IOException, InterruptedException, ToolTimeoutException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the tool was started");
        }
        String mark = UUID.randomUUID().toString();
        Set<String> strangers = ProcessTree.present();
        Process process = start(command, mark);
        ToolProcess running = new ToolProcess(process, new ProcessTree(process, marked(mark), strangers));
        return running.awaited(command, deadline, lines);
    }

    private static Process start(ToolCommand command, String mark) throws IOException {
        ProcessBuilder builder = builder(command, mark);
        command.outputFile().ifPresent(file -> builder.redirectOutput(Redirect.to(file.toFile())));
        return builder.start();
    }

    /** A process with the command's environment and no other, and the mark by which it is found. */
    static ProcessBuilder builder(ToolCommand command, String mark) {
        ProcessBuilder builder = new ProcessBuilder(command.words())
                .directory(command.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment().variables());
        builder.environment().put(MARK, mark);
        return builder;
    }

    static String marked(String mark) {
        return MARK + "=" + mark;
    }

    private ToolRun awaited(ToolCommand command, Deadline deadline, Consumer<String> lines)
            throws IOException, InterruptedException, ToolTimeoutException {
        try {
            process.getOutputStream().close();
            LinePump out = LinePump.start(process.getInputStream(), both(output, lines), "tool-output");
            LinePump err = LinePump.start(process.getErrorStream(), both(errors, lines), "tool-errors");
            if (!process.waitFor(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ToolTimeoutException(command.words().get(0));
            }
            out.awaitDry(STRAGGLING_OUTPUT);
            err.awaitDry(STRAGGLING_OUTPUT);
            return new ToolRun(process.exitValue(), output, errors);
        } finally {
            // Streams that came to their end prove nothing: the platform closes them when the root ends, whoever else
            // holds them.
            tree.end(GRACE);
        }
    }

    static Consumer<String> both(Transcript transcript, Consumer<String> lines) {
        return line -> {
            transcript.add(line);
            lines.accept(line);
        };
    }
}
