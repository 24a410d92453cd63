package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.cli.wiring.Wiring;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The process: hands the command line its streams, and is alone in ending itself. */
public final class Main {

    private Main() {}

    /** Runs one command and exits with its code. Whatever the locale says, text is UTF-8. */
    public static void main(String[] arguments) {
        hastenLibraries();
        Surroundings surroundings = new Surroundings(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of(""),
                Terminal.ofThisProcess());
        int code = Cli.run(List.of(arguments), surroundings, new Wiring()).number();
        surroundings.out().flush();
        System.exit(code);
    }

    /** Libraries prepare for work that a command never has: code of Guice's own making, events of Netty for the flight recorder. */
    static void hastenLibraries() {
        System.setProperty("guice_bytecode_gen_option", "DISABLED");
        System.setProperty("io.grpc.netty.shaded.io.netty.jfr.enabled", "false");
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, UTF_8);
    }
}
