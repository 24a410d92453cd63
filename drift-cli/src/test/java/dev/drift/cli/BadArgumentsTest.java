package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is told at once, in a sentence that helps, and ends with 64. */
class BadArgumentsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "lst ¦ Unknown command lst; did you mean list?",
                "list --roott x ¦ Unknown option --roott; did you mean --root?",
                "list --order rum ¦ --order: \"rum\" is no order; did you mean run?",
                "list --format xml ¦ --format: \"xml\" is no format: it is one of paths, table, json",
                "detect --format jsn ¦ --format: \"jsn\" is no format; did you mean json?",
                "detect --tool terafrom ¦ --tool: \"terafrom\" is no tool; did you mean terraform?",
                "detect --shard 6/5 ¦ --shard: Shard must be I/N with 1 <= I <= N <= 1000: 6/5",
                "detect --shard half ¦ --shard: \"half\" is no share: write I/N, such as 2/5 for the second of five",
                "detect --timeout 5 ¦ --timeout: \"5\" is no time: write 90s, 15m or 1h",
                "detect --timeout 0s ¦ --timeout: \"0s\" leaves no time at all: the least is 1s",
                "detect --timeout 25h ¦ --timeout: \"25h\" is more than a day",
                "detect --parallelism 0 ¦ --parallelism: Parallelism must be 1 to 256: 0",
                "detect --parallelism ¦ --parallelism: A value is missing: N",
                "detect --residency eu ¦ --residency: \"eu\" is not SINK=NAME",
                "detect --residency github= ¦ --residency: A residency is written in letters, digits, '-' and '_', such as"
                        + " eu: \"\"",
                "detect --provider shard ¦ --provider: \"shard\" is no provider; did you mean shared?",
                "detect --verify-sample -1 ¦ --verify-sample: A sample cannot be less than 0: -1",
                "detect --parallelism many ¦ --parallelism: \"many\" is no number",
                "detect --report json ¦ --report: \"json\" is not FORMAT=FILE, such as json=drift.json",
                "detect --report jsn=x ¦ --report: \"jsn\" is no format; did you mean json?",
                "detect --report json=- ¦ --report: \"json=-\": a report goes to a file; --format says what standard"
                        + " output holds",
                "detect --report json=no/x ¦ --report: There is no directory for no/x",
                "detect --report json=. ¦ --report: . is a directory",
                "detect --report json=x --report junit=./x ¦ --report: Two reports want the file ./x",
                "detect --audit s3:/acme/trail ¦ --audit: \"s3:/...\" is no place: write a folder, or s3://BUCKET/PREFIX",
                "detect --audit gs://b/c ¦ --audit: \"gs://...\" is no place: write a folder, or s3://BUCKET/PREFIX",
                "detect --history s3://acme/memory ¦ --history: \"s3://...\" is no path of this machine",
                "detect --alert-memory https://acme ¦ --alert-memory: \"https://...\" is no path of this machine",
                "detect --report json=s3://acme/report ¦ --report: \"s3://...\" is no path of this machine",
                "detect prod ¦ \"prod\" is not expected here",
                "judge ¦ Missing: PLAN.json|-",
                "judge no.json ¦ no.json: There is no such file",
                "judge . ¦ .: A directory is no plan",
                "judge - --code no ¦ --code: There is no directory no",
                "completion ¦ Missing: SHELL",
                "completion fish ¦ \"fish\" is no shell; did you mean bash or zsh?",
                "--bogus ¦ Unknown option --bogus",
                "list --select a --tags b ¦ --select: Cannot be used together with --tags or --no-tags: they mean"
                        + " different things by : and ,",
                "list --select a --no-tags b ¦ --select: Cannot be used together with --tags or --no-tags: they mean"
                        + " different things by : and ,",
                "list --tags Environment:prod ¦ --tags: \"Environment\" is no tag: a tag starts with a lower-case"
                        + " letter or a digit",
                "list --base main ¦ --base: Says since when, so it needs --changed",
                "list --why ¦ --why: Says why stacks changed, so it needs --changed",
                "list --changed --base= ¦ --base: \"\" is no revision of git",
                "list --changed --base=--all ¦ --base: \"--all\" is no revision of git",
                "list --environment= ¦ --environment: A name is missing",
                "detect --select= ¦ --select: A selector is missing: leave the option out to select every stack"
            })
    void saysWhatIsWrong(String arguments, String message) {
        Call call = Call.in(directory).of(arguments.split(" "));

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).isEmpty();
        assertThat(call.err().lines().findFirst()).contains("drift: " + message.strip());
        assertThat(call.err()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void saysEverythingAtOnce() {
        Call call =
                Call.in(directory).of("detect", "--format", "jsn", "--shard", "0/1", "--bogus", "--timeout", "soon");

        assertThat(call.err().lines())
                .hasSize(5)
                .anyMatch(line -> line.contains("jsn"))
                .anyMatch(line -> line.contains("0/1"))
                .anyMatch(line -> line.contains("--bogus"))
                .anyMatch(line -> line.contains("soon"))
                .contains("drift: See 'drift detect --help'");
    }

    @Test
    void saysEverythingAboutMeaningAtOnceToo() {
        Call call = Call.in(directory)
                .of("detect", "--select", ":x,a:b:c", "--region", " ", "--report", "json=no/x", "--tags", "A");

        assertThat(call.err().lines()).hasSize(6);
    }

    @Test
    void doesNothingBeforeEverythingIsRight() {
        Repository.sample(directory);

        Call call =
                Call.in(directory, ScriptedRuns.IN_SYNC).of("detect", "--report", "json=a", "--report", "junit=no/b");

        assertThat(call.code()).isEqualTo(64);
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void showsArgumentsOfStrangersHarmlessly() {
        Call call = Call.in(directory).of("list", "--\u001b[2J\n::error::x");

        assertThat(call.err().lines()).hasSize(2);
        assertThat(call.err()).doesNotContain("\u001b");
    }

    @Test
    void valuesOfUnknownOptionsAreNoMistakesOfTheirOwn() {
        assertThat(Call.in(directory).of("list", "--changd", "x").err().lines().toList())
                .isEqualTo(List.of(
                        "drift: Unknown option --changd; did you mean --changed?", "drift: See 'drift list --help'"));
    }
}
