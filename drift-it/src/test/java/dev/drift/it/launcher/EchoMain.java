package dev.drift.it.launcher;

import java.util.List;

/** Stands in for the command: prints its arguments in brackets and exits with 3. */
public final class EchoMain {

    private EchoMain() {}

    public static void main(String[] arguments) {
        List.of(arguments).forEach(argument -> System.out.println("[" + argument + "]"));
        System.exit(3);
    }
}
