package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field that both commands tell differently of where a run comes from.
 *
 * @param field its path in the body
 * @param kind in which way
 */
record OriginDifference(String field, Kind kind) {

    /** How a field can be different. */
    enum Kind {
        HERE_ONLY,
        THERE_ONLY,
        OTHER
    }

    /**
     * What may differ, and does.
     *
     * @param jobs in which jobs
     * @param fields a regular expression
     * @param words what the documentation says of it
     */
    record Documented(Set<String> jobs, Kind kind, String fields, String words) {
        Documented {
            jobs = Set.copyOf(jobs);
            requireNonNull(kind, "kind is null");
            requireNonNull(fields, "fields is null");
            requireNonNull(words, "words is null");
        }

        boolean covers(OriginDifference difference) {
            return difference.kind == kind && difference.field.matches(fields);
        }
    }

    private static final Set<String> GITHUB = Set.of("push", "pull_request");
    private static final Set<String> GITLAB = Set.of("branch", "merge_request");
    /** What is done there, and when, which is no question of where a run comes from. */
    private static final Pattern DEEDS =
            Pattern.compile("started_at|command\\[.*|stacks\\[0]\\.(cmd\\[.*|deployment_cmd)");

    static final List<Documented> DOCUMENTED = List.of(
            new Documented(
                    GITHUB,
                    Kind.THERE_ONLY,
                    "metadata\\.github_commit(_.*|\\..*)",
                    "`github_commit_*`, `github_commit`"),
            new Documented(
                    Set.of("push"),
                    Kind.THERE_ONLY,
                    "metadata\\.github_pull_request(_.*|\\..*)|review_request\\..*",
                    "`github_pull_request*`, `review_request` of a push"),
            new Documented(
                    Set.of("pull_request"),
                    Kind.THERE_ONLY,
                    "metadata\\.github_pull_request\\.reviews\\[.*|review_request\\.reviewers\\[.*",
                    "`reviews`, `reviewers`, `*_count`"),
            new Documented(
                    Set.of("pull_request"),
                    Kind.OTHER,
                    "review_request\\.(approved|checks_.*)_count",
                    "`reviews`, `reviewers`, `*_count`"),
            new Documented(
                    Set.of("pull_request"),
                    Kind.THERE_ONLY,
                    "metadata\\.github_pull_request_(closed|merged)_at",
                    "`closed_at`, `merged_at` of an open pull request"),
            new Documented(
                    Set.of("branch"),
                    Kind.THERE_ONLY,
                    "metadata\\.gitlab_merge_request(_.*|\\..*)|review_request\\..*",
                    "`gitlab_merge_request*`, `review_request` of a branch"),
            new Documented(
                    Set.of("merge_request"),
                    Kind.THERE_ONLY,
                    "metadata\\.gitlab_merge_request(\\..*|_(author_.*|created_at|updated_at|merge_status))"
                            + "|review_request\\.(author\\.avatar_url|created_at|updated_at)",
                    "`gitlab_merge_request_author_*`, its times and `merge_status`"),
            new Documented(
                    Set.of("merge_request"), Kind.OTHER, "review_request\\.author\\..*", "`author` of a merge request"),
            new Documented(
                    Set.of("merge_request"),
                    Kind.HERE_ONLY,
                    "review_request\\.pushed_at",
                    "`pushed_at` of a merge request"),
            new Documented(GITLAB, Kind.HERE_ONLY, "stacks\\[0]\\.deployment_url", "`deployment_url` on GitLab"));

    /** What differs in the bodies of two requests. */
    static Set<OriginDifference> between(Value ours, Value theirs) {
        SortedMap<String, Value> here = new TreeMap<>();
        SortedMap<String, Value> there = new TreeMap<>();
        collect("", ours, here);
        collect("", theirs, there);
        SortedSet<String> fields = new TreeSet<>(here.keySet());
        fields.addAll(there.keySet());
        return fields.stream()
                .filter(field -> !DEEDS.matcher(field).matches())
                .filter(field -> !String.valueOf(here.get(field)).equals(String.valueOf(there.get(field))))
                .map(field -> new OriginDifference(field, kind(here.get(field) != null, there.get(field) != null)))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return field + " " + kind;
    }

    private static Kind kind(boolean isHere, boolean isThere) {
        return !isThere ? Kind.HERE_ONLY : isHere ? Kind.OTHER : Kind.THERE_ONLY;
    }

    private static void collect(String path, Value value, Map<String, Value> fields) {
        if (value instanceof Value.Fields object) {
            object.values().forEach((name, inner) -> collect(path.isEmpty() ? name : path + "." + name, inner, fields));
        } else if (value.items().isEmpty()) {
            fields.put(path, value);
        } else {
            for (int i = 0; i < value.items().size(); i++) {
                collect(path + "[" + i + "]", value.items().get(i), fields);
            }
        }
    }
}
