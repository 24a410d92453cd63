package dev.drift.diagnosis;

/** What a rule book may say about an attribute of a resource type, everything below the attribute included. */
public enum Trait {
    /** A set: its elements have no order. Said of exactly this place, not of what lies below. */
    SET,
    /** A JSON policy document: statements without order, one-element lists equal to their element. */
    POLICY,
    /** A JSON text, compared by content and not by spelling. */
    DOCUMENT,
    /** Only the provider can set it. */
    COMPUTED,
    /** A secret, even if nobody marked it. */
    SECRET,
    /** A label or a description. */
    LABEL,
    /** Who can reach it over the network. */
    NETWORK,
    /** Who may do what: identities, policies, trust. */
    IDENTITY,
    /** Whether it is open to the public. */
    EXPOSURE,
    /** Whether and how it is encrypted. */
    ENCRYPTION,
    /** Whether and where it leaves a trail. */
    LOGGING;

    /** Whether a move of such an attribute matters to security even if no code declares it (design 5.2). */
    public boolean isSecurity() {
        return switch (this) {
            case POLICY, NETWORK, IDENTITY, EXPOSURE, ENCRYPTION, LOGGING -> true;
            case SET, DOCUMENT, COMPUTED, SECRET, LABEL -> false;
        };
    }
}
