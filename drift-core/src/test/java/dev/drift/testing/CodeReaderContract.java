package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.code.CodeException;
import dev.drift.code.CodeReader;
import dev.drift.code.StackCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every {@link CodeReader} keeps. */
public abstract class CodeReaderContract {

    /** The reader, the same one for the whole test. */
    protected abstract CodeReader reader() throws Exception;

    /** A directory with code. */
    protected abstract Path directory() throws Exception;

    /** A directory with the same code. */
    protected abstract Path copy() throws Exception;

    /** A directory with other code. */
    protected abstract Path other() throws Exception;

    /** A directory with code that cannot be read. */
    protected abstract Path broken() throws Exception;

    @Test
    void readsTheSameFactsEveryTimeAndOnEveryThread() throws Exception {
        CodeReader reader = reader();
        Path directory = directory();
        StackCode alone = reader.read(directory);

        assertThat(Together.call(8, number -> reader.read(directory))).containsOnly(alone);
    }

    @Test
    void digestsEqualCodeEquallyWhereverItLies() throws Exception {
        assertThat(reader().read(copy()).digest().sha256())
                .isEqualTo(reader().read(directory()).digest().sha256())
                .matches("[0-9a-f]{64}");
    }

    @Test
    void digestsOtherCodeOtherwise() throws Exception {
        assertThat(reader().read(other()).digest())
                .isNotEqualTo(reader().read(directory()).digest());
    }

    @Test
    void saysInOneLineWhatCannotBeRead() throws Exception {
        Path broken = broken();
        CodeReader reader = reader();

        CodeException thrown = catchThrowableOfType(CodeException.class, () -> reader.read(broken));

        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).isNotBlank().doesNotContain("\n");
    }
}
