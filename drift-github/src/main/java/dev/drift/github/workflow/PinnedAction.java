package dev.drift.github.workflow;

/** The actions that workflows use, each at one commit: the one its version was tagged at. */
enum PinnedAction {
    CHECKOUT("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
    SETUP_JAVA("actions/setup-java", "v5.7.0", "b6effb05e454b25005698d916606bdc6ffcbf961"),
    UPLOAD_ARTIFACT("actions/upload-artifact", "v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
    DOWNLOAD_ARTIFACT("actions/download-artifact", "v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
    SETUP_TERRAFORM("hashicorp/setup-terraform", "v4.0.1", "dfe3c3f87815947d99a8997f908cb6525fc44e9e"),
    SETUP_OPENTOFU("opentofu/setup-opentofu", "v2.0.2", "a1320f892987e89d278cc92dc5adc984fb93aca4"),
    CONFIGURE_AWS_CREDENTIALS(
            "aws-actions/configure-aws-credentials", "v6.2.3", "e6de054238d6b7531b4efff3b6587d9aade6a06c");

    private final String repository;
    private final String version;
    private final String commit;

    PinnedAction(String repository, String version, String commit) {
        this.repository = repository;
        this.version = version;
        this.commit = commit;
    }

    /** As a step names it, with the version in a comment. */
    @Override
    public String toString() {
        return repository + "@" + commit + " # " + version;
    }
}
