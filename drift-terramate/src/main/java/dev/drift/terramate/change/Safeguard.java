package dev.drift.terramate.change;

import java.util.Locale;

/** What keeps code from being applied that nobody could look up later; named as in Terramate. */
public enum Safeguard {
    /** Files that git does not track. */
    GIT_UNTRACKED,
    /** Changes of files that git tracks, staged or not. */
    GIT_UNCOMMITTED;

    /** The name on command lines: {@code git-untracked}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
