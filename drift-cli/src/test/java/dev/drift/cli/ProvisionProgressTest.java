package dev.drift.cli;

import dev.drift.provision.ProvisionSink;
import dev.drift.testing.ProvisionSinkContract;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

class ProvisionProgressTest extends ProvisionSinkContract {

    @Override
    protected ProvisionSink sink() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), Path.of(""), Terminal.NONE);
        return new ProvisionProgress(surroundings, true);
    }
}
