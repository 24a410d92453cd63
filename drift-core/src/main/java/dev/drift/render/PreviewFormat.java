package dev.drift.render;

import dev.drift.preview.PreviewJson;
import dev.drift.preview.PreviewReport;

/** The forms a preview can be written in. */
public enum PreviewFormat {
    /** For somebody at a terminal, without colours; {@link PreviewConsole} does more. */
    CONSOLE {
        @Override
        public String render(PreviewReport preview) {
            return PreviewConsole.PLAIN.render(preview);
        }
    },
    /** The stable form for programs. */
    JSON {
        @Override
        public String render(PreviewReport preview) {
            return PreviewJson.write(preview);
        }
    },
    /** For comments and job summaries on GitHub. */
    MARKDOWN {
        @Override
        public String render(PreviewReport preview) {
            return PreviewMarkdown.COMMENT.render(preview);
        }
    };

    /** The preview in this form, the same bytes for the same preview. */
    public abstract String render(PreviewReport preview);
}
