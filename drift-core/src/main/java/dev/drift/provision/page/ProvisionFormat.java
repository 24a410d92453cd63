package dev.drift.provision.page;

import dev.drift.provision.ProvisionReport;

/** The forms a provisioning can be written in. */
public enum ProvisionFormat {
    /** For somebody at a terminal, without colours; {@link ProvisionConsole} does more. */
    CONSOLE {
        @Override
        public String render(ProvisionReport report) {
            return ProvisionConsole.PLAIN.render(report);
        }
    },
    /** The stable form for programs. */
    JSON {
        @Override
        public String render(ProvisionReport report) {
            return ProvisionJson.write(report);
        }
    },
    /** For job summaries and comments on GitHub. */
    MARKDOWN {
        @Override
        public String render(ProvisionReport report) {
            return ProvisionMarkdown.COMMENT.render(report);
        }
    };

    /** The report as text. */
    public abstract String render(ProvisionReport report);
}
