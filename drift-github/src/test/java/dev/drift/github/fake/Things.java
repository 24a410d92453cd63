package dev.drift.github.fake;

import dev.drift.value.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes what a repository keeps: each has a number of its own, an author and a time. */
final class Things {

    static final String HOME = "https://api.github.example/repos/acme/infra";

    private final String login;
    private long ids = 100;

    Things(String login) {
        this.login = login;
    }

    Map<String, Value> made(Value sent) {
        Map<String, Value> thing = new LinkedHashMap<>(Description.fields(sent));
        thing.put("id", Value.of(ids++));
        thing.put("user", user(login));
        thing.put("creator", user(login));
        thing.put("created_at", now());
        thing.put("updated_at", now());
        return thing;
    }

    static Value user(String login) {
        return Value.of(Map.of("login", Value.of(login)));
    }

    static Value now() {
        return Value.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static Map<String, Value> find(List<Map<String, Value>> things, String key, String id) {
        return things.stream()
                .filter(thing -> String.valueOf(thing.get(key)).equals(id))
                .findFirst()
                .orElseThrow();
    }
}
