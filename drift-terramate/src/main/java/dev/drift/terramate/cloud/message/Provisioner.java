package dev.drift.terramate.cloud.message;

/** The tool that made a plan; Terragrunt is none, it runs one of the two. */
public enum Provisioner {
    TERRAFORM("terraform"),
    OPENTOFU("opentofu");

    private final String word;

    Provisioner(String word) {
        this.word = word;
    }

    /** The word for it in requests. */
    public String word() {
        return word;
    }
}
