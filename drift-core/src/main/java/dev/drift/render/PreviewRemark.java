package dev.drift.render;

/** What a reader of a preview should know of how it was made. */
final class PreviewRemark {

    static final String ANOTHER_COMMIT =
            "The base report was made at another commit than the base of this change, so what it"
                    + " calls pending need not be so there";

    private PreviewRemark() {}
}
