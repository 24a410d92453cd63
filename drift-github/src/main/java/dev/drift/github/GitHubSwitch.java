package dev.drift.github;

/** When GitHub is told of a run. */
public enum GitHubSwitch {
    /** Never. */
    OFF,
    /** In a job of GitHub Actions; elsewhere only what is asked for by name. */
    FOUND
}
