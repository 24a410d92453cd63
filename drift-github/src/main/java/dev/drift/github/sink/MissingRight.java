package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A right that whoever asks lacks, as far as reading tells: who may not read something may not write it either.
 *
 * @param name what workflows call it, such as {@code checks}; {@code token} where nobody is let in at all
 * @param reason what GitHub said
 */
public record MissingRight(String name, String reason) {

    /** The name where nobody is let in, or nobody answers. */
    public static final String TOKEN = "token";

    private static final Set<GitHubFault> AT_THE_DOOR =
            Set.of(GitHubFault.UNAUTHORIZED, GitHubFault.UNREACHABLE, GitHubFault.REDIRECTED);
    private static final Set<GitHubFault> REFUSING =
            Set.of(GitHubFault.FORBIDDEN, GitHubFault.NOT_FOUND, GitHubFault.GONE);

    public MissingRight {
        requireNonNull(name, "name is null");
        requireNonNull(reason, "reason is null");
    }

    /**
     * What is missing to read some places of a repository. Where nobody is let in, nothing more is asked. A GitHub that fails says
     * nothing of rights.
     *
     * @param places the way to each below the repository, by the right that it takes
     */
    public static List<MissingRight> in(Repository repository, Map<String, List<String>> places) {
        List<MissingRight> missing = new ArrayList<>();
        for (Map.Entry<String, List<String>> place : places.entrySet()) {
            try {
                repository.ask(repository
                        .reading(place.getValue().toArray(String[]::new))
                        .with("per_page", "1"));
            } catch (GitHubException failed) {
                if (AT_THE_DOOR.contains(failed.fault())) {
                    return List.of(new MissingRight(TOKEN, failed.reason()));
                }
                if (REFUSING.contains(failed.fault())) {
                    missing.add(new MissingRight(place.getKey(), failed.reason()));
                }
            }
        }
        return missing;
    }
}
