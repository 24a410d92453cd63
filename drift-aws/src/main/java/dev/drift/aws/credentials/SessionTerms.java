package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * On which terms a role is assumed: what AWS asks of each is checked by {@link #problems()}, before anything is called.
 *
 * @param name what the session is called in CloudTrail
 * @param externalId what the role's trust policy may ask for
 * @param tags what the session is marked with
 * @param duration how long its credentials last
 */
record SessionTerms(String name, Optional<String> externalId, Map<String, String> tags, Duration duration) {

    static final SessionTerms STANDARD = new SessionTerms("drift", Optional.empty(), Map.of(), Duration.ofHours(1));

    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_TAGS = 50;
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}");
    private static final Pattern TAG_VALUE = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}");

    SessionTerms {
        requireNonNull(name, "name is null");
        requireNonNull(externalId, "externalId is null");
        requireNonNull(duration, "duration is null");
        tags = Map.copyOf(tags);
    }

    SessionTerms named(String other) {
        return new SessionTerms(other, externalId, tags, duration);
    }

    SessionTerms withExternalId(String id) {
        return new SessionTerms(name, Optional.of(id), tags, duration);
    }

    SessionTerms tagged(String key, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(key, value);
        return new SessionTerms(name, externalId, more, duration);
    }

    SessionTerms lasting(Duration other) {
        return new SessionTerms(name, externalId, tags, other);
    }

    List<Problem> problems() {
        Problems problems = new Problems();
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("Session name must be 2 to 64 letters, digits and _+=,.@-: \"" + name + "\""));
        }
        if (externalId.filter(id -> !EXTERNAL_ID.matcher(id).matches()).isPresent()) {
            problems.add(Problem.of("External id must be 2 to 1224 letters, digits and _+=,.@:/-"));
        }
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            problems.add(Problem.of("Session must last 15 minutes to 12 hours: " + duration));
        }
        if (tags.size() > MOST_TAGS) {
            problems.add(Problem.of("Session has " + tags.size() + " tags where 50 are the most"));
        }
        new TreeMap<>(tags).forEach((key, value) -> checkTag(key, value, problems));
        TreeSet<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        new TreeSet<>(tags.keySet())
                .stream()
                        .filter(key -> !folded.add(key))
                        .forEach(key -> problems.add(Problem.of("Session tag is given twice: \"" + key + "\"")));
        return problems.all();
    }

    private static void checkTag(String key, String value, Problems problems) {
        if (!TAG_KEY.matcher(key).matches()) {
            problems.add(Problem.of(
                    "Session tag key must be 1 to 128 letters, digits, spaces and _.:/=+@-: \"" + key + "\""));
        }
        if (key.regionMatches(true, 0, "aws:", 0, 4)) {
            problems.add(Problem.of("Session tag key belongs to AWS: \"" + key + "\""));
        }
        if (!TAG_VALUE.matcher(value).matches()) {
            problems.add(Problem.of("Session tag \"" + key
                    + "\" must have at most 256 letters, digits, spaces and _.:/=+@- as its value: \"" + value + "\""));
        }
    }
}
