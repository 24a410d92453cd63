package dev.drift.terramate.project;

/** What is said about bundles: Terramate merges their tags and order into stacks, which only Terramate can work out. */
final class Bundles {

    static final String NOT_UNDERSTOOD =
            "Bundles are not understood: a bundle may change the tags and the order of stacks, so they cannot be known";

    private Bundles() {}
}
