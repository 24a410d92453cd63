package dev.drift.it.fake;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the account holds: the same for every set, apart from the fields that somebody has changed. */
final class Answers {

    private static final Pattern FIELD = Pattern.compile("\\{\\{(\\w+)=([^}]*)}}");

    private final Map<String, String> templates = Arrays.stream(
                    Resources.text("answers.txt").split("(?m)^### "))
            .skip(1)
            .map(section -> section.split("\n", 2))
            .collect(toMap(section -> section[0].strip(), section -> section[1].strip()));
    private final Map<String, String> changed = new ConcurrentHashMap<>();

    void change(String set, String field, String value) {
        if (templates.values().stream().noneMatch(template -> template.contains("{{" + field + "="))) {
            throw new IllegalArgumentException("no answer holds the field " + field);
        }
        changed.put(set + " " + field, value);
    }

    Reply to(Request request) {
        String template = templates.get(request.name());
        if (template == null) {
            return Reply.error(request, 400, "AccessDeniedException", "nobody may call " + request.name());
        }
        String set = request.set().orElse("");
        Matcher field = FIELD.matcher(template.replace("SET", set));
        return new Reply(
                200,
                field.replaceAll(
                        found -> Matcher.quoteReplacement(Optional.ofNullable(changed.get(set + " " + found.group(1)))
                                .orElse(found.group(2)))));
    }
}
