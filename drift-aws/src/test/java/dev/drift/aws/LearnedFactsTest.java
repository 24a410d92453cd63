package dev.drift.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.Trait;
import dev.drift.value.ValuePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnedFactsTest {

    @TempDir
    private Path cache;

    @Test
    void anEmptyCacheTeachesNothing() {
        assertThat(AwsRules.knowing(cache)).isSameAs(AwsRules.standard());
    }

    @Test
    void aTypeTheBookDoesNotKnowIsLearnedAsAWhole() throws IOException {
        learn("aws_6.2.0.facts", "aws_new_thing set: parts computed: arn secret: token");

        RuleBook book = AwsRules.knowing(cache);

        assertThat(book.says("aws_new_thing", Trait.SET, ValuePath.of("parts"))).isTrue();
        assertThat(book.says("aws_new_thing", Trait.COMPUTED, ValuePath.of("arn")))
                .isTrue();
        assertThat(book.says("aws_new_thing", Trait.SECRET, ValuePath.of("token")))
                .isTrue();
    }

    @Test
    void ofAKnownTypeOnlySetsAndSecretsAreLearned() throws IOException {
        learn("aws_6.2.0.facts", "aws_sqs_queue set: rings computed: name secret: kms_master_key_id");

        RuleBook book = AwsRules.knowing(cache);

        assertThat(book.says("aws_sqs_queue", Trait.SET, ValuePath.of("rings"))).isTrue();
        assertThat(book.says("aws_sqs_queue", Trait.SECRET, ValuePath.of("kms_master_key_id")))
                .isTrue();
        assertThat(book.says("aws_sqs_queue", Trait.COMPUTED, ValuePath.of("name")))
                .isFalse();
        assertThat(book.says("aws_sqs_queue", Trait.COMPUTED, ValuePath.of("arn")))
                .isTrue();
    }

    @Test
    void theVersionOfTheBookTeachesNothingNew() throws IOException {
        learn("registry.terraform.io_hashicorp_aws_5.100.0.facts", "aws_new_thing computed: arn");

        assertThat(AwsRules.knowing(cache)).isSameAs(AwsRules.standard());
    }

    private void learn(String name, String line) throws IOException {
        Files.writeString(Files.createDirectories(cache.resolve("schemas")).resolve(name), line + "\n");
    }
}
