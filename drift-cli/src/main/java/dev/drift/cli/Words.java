package dev.drift.cli;

import dev.drift.cli.estate.Engine;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.provision.page.ProvisionFormat;
import dev.drift.render.PreviewFormat;
import dev.drift.render.ReportFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The words that a shell offers for an option. */
abstract class Words implements Iterable<String> {

    private final List<String> words;

    Words(Enum<?>[] constants) {
        this.words = Arrays.stream(constants).map(Values::word).toList();
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    /** For {@code --format} of a report. */
    static final class Formats extends Words {
        Formats() {
            super(ReportFormat.values());
        }
    }

    /** For {@code --format} of a provisioning. */
    static final class ProvisionFormats extends Words {
        ProvisionFormats() {
            super(ProvisionFormat.values());
        }
    }

    /** For {@code --format} of a preview. */
    static final class PreviewFormats extends Words {
        PreviewFormats() {
            super(PreviewFormat.values());
        }
    }

    /** For {@code --format} of a list. */
    static final class Forms extends Words {
        Forms() {
            super(ListCommand.Form.values());
        }
    }

    /** For {@code --format} of a verification. */
    static final class AuditForms extends Words {
        AuditForms() {
            super(AuditVerifyCommand.Form.values());
        }
    }

    /** For {@code --order}. */
    static final class Orders extends Words {
        Orders() {
            super(ListCommand.Order.values());
        }
    }

    /** For {@code --status}. */
    static final class Statuses extends Words {
        Statuses() {
            super(ListCommand.Status.values());
        }
    }

    /** For {@code --format} of a status. */
    static final class StatusForms extends Words {
        StatusForms() {
            super(StatusCommand.Form.values());
        }
    }

    /** For {@code --tool}. */
    static final class Tools extends Words {
        Tools() {
            super(IacTool.values());
        }
    }

    /** For {@code --provider}. */
    static final class Providers extends Words {
        Providers() {
            super(Tooling.Provider.values());
        }
    }

    /** For {@code --engine}. */
    static final class Engines extends Words {
        Engines() {
            super(Engine.values());
        }
    }

    /** For the shell itself. */
    static final class Shells extends Words {
        Shells() {
            super(CompletionCommand.Shell.values());
        }
    }
}
