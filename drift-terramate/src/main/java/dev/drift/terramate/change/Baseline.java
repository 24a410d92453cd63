package dev.drift.terramate.change;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problem;
import dev.drift.terramate.git.Git;
import dev.drift.terramate.project.ChangeDetection.Trunk;
import java.util.List;
import java.util.Optional;

/**
 * Where a change begins. On the trunk it is the commit before the last one, or before the merge; elsewhere it is where the work
 * left the trunk. The trunk is the one of the remote as far as it was fetched, and the local one where there is none. An older
 * commit of the trunk that is checked out without a branch begins nowhere: whoever asks has to say where.
 */
record Baseline(Git git, Trunk trunk) {

    private static final String FULL_HISTORY =
            "; the clone is shallow: fetch the whole history, or name a base that is there";

    /** The commit that is looked at. */
    String head() {
        return commit("HEAD")
                .orElseThrow(() -> failure("There is no commit yet, so nothing can have changed since one"));
    }

    /** The commit that it is compared with, which may be the same. */
    String base(Optional<String> asked) {
        Optional<String> remote = commit("refs/remotes/" + trunkOfRemote());
        if (remote.isEmpty() && trunk.remoteRequired()) {
            throw failure("There is no branch " + trunkOfRemote()
                    + ", which the project names in terramate.config.git: fetch it");
        }
        return asked.isPresent() ? named(asked.get()) : chosen(remote);
    }

    private String named(String revision) {
        return revision(revision)
                .flatMap(this::commit)
                .orElseThrow(() -> failure("There is no commit \"" + revision + "\" here" + hint("; fetch it")));
    }

    private String chosen(Optional<String> remote) {
        String parent = commit("HEAD^")
                .orElseThrow(() -> failure(
                        isShallow()
                                ? "The commit before this one is not here, so it cannot be told what changed"
                                        + FULL_HISTORY
                                : "This is the first commit, so there is none before it to compare with; name a base"));
        if (isTrunk(remote) && (remote.isEmpty() || remote.get().equals(head()))) {
            return parent;
        }
        String branch = remote.isPresent() ? trunkOfRemote() : trunk.branch();
        String tip = remote.or(() -> commit("refs/heads/" + branch))
                .orElseThrow(() -> failure("There is neither a branch " + trunkOfRemote() + " nor a branch "
                        + trunk.branch() + " to compare with" + hint("; name a base")));
        String base = git.answer("merge-base", "HEAD", tip)
                .orElseThrow(() -> failure("HEAD and " + branch + " have no commit in common" + hint("")));
        if (base.equals(head()) && checkedOut().isEmpty()) {
            throw failure("HEAD is on no branch and is an older commit of " + branch
                    + ", so it cannot be told what it is to be compared with; name a base (--base), such as HEAD^");
        }
        return base;
    }

    /** The branch that is checked out; empty if a commit is. */
    private Optional<String> checkedOut() {
        return git.answer("symbolic-ref", "--quiet", "HEAD");
    }

    /** Whoever checked out a commit and no branch is on the trunk if it is the trunk's last commit. */
    private boolean isTrunk(Optional<String> remote) {
        Optional<String> branch = checkedOut();
        if (branch.isPresent()) {
            return branch.get().equals("refs/heads/" + trunk.branch());
        }
        return remote.orElseThrow(() -> failure("HEAD is on no branch, and there is no " + trunkOfRemote()
                        + " to compare it with" + hint("; name a base")))
                .equals(head());
    }

    private Optional<String> commit(String revision) {
        return revision(revision + "^{commit}");
    }

    private Optional<String> revision(String words) {
        return git.answer("rev-parse", "--verify", "--quiet", words);
    }

    private String trunkOfRemote() {
        return trunk.remote() + "/" + trunk.branch();
    }

    private String hint(String otherwise) {
        return isShallow() ? FULL_HISTORY : otherwise;
    }

    private boolean isShallow() {
        return git.answer("rev-parse", "--is-shallow-repository")
                .filter("true"::equals)
                .isPresent();
    }

    private static CatalogException failure(String message) {
        return new CatalogException(List.of(Problem.of(message)));
    }
}
