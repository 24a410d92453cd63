package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;

/** The state in a plan file: what is live after the refresh. Only counted. */
final class LiveState {

    private static final String VERSION = "4";

    private int objects;
    private String version = "";

    private LiveState() {}

    /** How many managed objects, deposed ones included, it holds. */
    static int objects(InputStream json) throws IOException {
        LiveState state = new LiveState();
        try (JsonParser parser = PlanJson.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw PlanDefect.at(parser, "holds a state that is no object");
            }
            ObjectReader.of(parser).forEach(name -> {
                switch (name) {
                    case "version" -> state.version = parser.getText();
                    case "resources" -> ObjectReader.of(parser).forEachItem(() -> state.readResource(parser));
                    default -> {}
                }
            });
        }
        if (!state.version.equals(VERSION)) {
            throw new PlanDefect("the plan file holds a state of another format");
        }
        return state.objects;
    }

    private void readResource(JsonParser parser) throws IOException {
        int[] instances = {0};
        boolean[] managed = {true};
        ObjectReader.of(parser).forEach(name -> {
            switch (name) {
                case "mode" -> managed[0] = ValueReader.text(parser).equals("managed");
                case "instances" -> ObjectReader.of(parser).forEachItem(() -> instances[0]++);
                default -> {}
            }
        });
        objects += managed[0] ? instances[0] : 0;
    }
}
