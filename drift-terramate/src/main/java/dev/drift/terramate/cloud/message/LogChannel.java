package dev.drift.terramate.cloud.message;

/** Where a tool printed a line. */
public enum LogChannel {
    OUTPUT("stdout"),
    ERRORS("stderr");

    private final String word;

    LogChannel(String word) {
        this.word = word;
    }

    /** The word for it in requests. */
    public String word() {
        return word;
    }
}
