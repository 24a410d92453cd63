package dev.drift.aws.shared;

/** Who has workers that can all answer the same calls. */
interface Workers {

    /** One that is fit: the same as for others, if there is one. */
    Worker fit() throws Unanswered;

    /** One for the caller alone, who retires it. */
    Worker fresh() throws Unanswered;
}
