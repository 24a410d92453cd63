package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

/**
 * Facts about a state.
 *
 * @param version which state it is, and how often it was written; readable also where it is encrypted
 * @param toolVersion the version of the tool that wrote it; empty where that is not known
 * @param content what it holds
 * @param encrypted whether the tool encrypted it
 * @param revision changes whenever the state becomes another; found out cheaply, and good for nothing but to be compared
 * @param digest a SHA-256 over its bytes, in hexadecimal
 */
public record StateFacts(
        StateVersion version,
        String toolVersion,
        StateContent content,
        boolean encrypted,
        String revision,
        String digest) {

    public StateFacts {
        requireNonNull(version, "version is null");
        requireNonNull(toolVersion, "toolVersion is null");
        requireNonNull(content, "content is null");
        requireNonNull(revision, "revision is null");
        requireNonNull(digest, "digest is null");
    }
}
