package dev.drift.preview;

import dev.drift.stack.Stack;
import dev.drift.testing.CodeCheckContract;
import dev.drift.testing.ScriptedCode;
import dev.drift.testing.Stacks;
import java.util.List;

class ScriptedCodeTest extends CodeCheckContract {

    private final ScriptedCode code = new ScriptedCode()
            .formattedAt("/unformatted", new Formatting.Unformatted(List.of("unformatted/main.tf")))
            .invalidAt("/invalid")
            .hangingAt("/lasting");

    @Override
    protected CodeCheck check() {
        return code;
    }

    @Override
    protected Stack fine() {
        return Stacks.stack("/fine");
    }

    @Override
    protected Stack unformatted() {
        return Stacks.stack("/unformatted");
    }

    @Override
    protected String unformattedFile() {
        return "unformatted/main.tf";
    }

    @Override
    protected Stack invalid() {
        return Stacks.stack("/invalid");
    }

    @Override
    protected Stack lasting() {
        return Stacks.stack("/lasting");
    }
}
