package dev.drift.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.diagnosis.Severity;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message for programs, version 1: as many stacks as fit, and how many did not. */
public final class AlertJson {

    private AlertJson() {}

    /**
     * The message on one line.
     *
     * @param mostBytes how long it may be, as UTF-8
     */
    public static String write(Alert alert, int mostBytes) {
        int told = alert.items().size();
        String text = text(alert, told);
        while (told > 0 && text.getBytes(UTF_8).length > mostBytes) {
            told = told * 3 / 4;
            text = text(alert, told);
        }
        return text;
    }

    private static String text(Alert alert, int told) {
        Map<String, Value> run = new LinkedHashMap<>();
        run.put("id", Value.of(alert.run().id()));
        run.put("finished_at", Value.of(alert.run().finishedAt().toString()));
        alert.run().from("repository").ifPresent(name -> run.put("repository", Value.of(name)));
        alert.run().from("commit").ifPresent(commit -> run.put("commit", Value.of(commit)));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("version", Value.of(1));
        fields.put("key", Value.of(alert.key()));
        fields.put("route", Value.of(alert.route()));
        fields.put("title", Value.of(alert.title()));
        fields.put("severity", alert.severity().map(AlertJson::word).orElse(Value.ofNull()));
        fields.put("open", Value.of(alert.open()));
        fields.put("run", Value.of(run));
        List<Value> items =
                alert.items().stream().limit(told).map(AlertJson::item).toList();
        fields.put("items", Value.of(items));
        fields.put("items_left_out", Value.of(alert.items().size() - told));
        if (told < alert.items().size()) {
            int more = alert.items().size() - told;
            fields.put("note", Value.of("and " + more + " more " + (more == 1 ? "stack" : "stacks")));
        }
        return Json.write(Value.of(fields));
    }

    private static Value item(AlertItem item) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("stack", Value.of(item.stack().value()));
        fields.put("cell", Value.of(item.cell().toString()));
        fields.put("change", Value.of(item.change().word()));
        fields.put("verdict", Value.of(item.verdict().word()));
        fields.put("severity", item.severity().map(AlertJson::word).orElse(Value.ofNull()));
        fields.put("about", Value.of(item.about()));
        return Value.of(fields);
    }

    private static Value word(Severity severity) {
        return Value.of(severity.word());
    }
}
