package dev.drift.aws;

import dev.drift.diagnosis.RuleBook;

/** The rule book of AWS resource types. */
public final class AwsRules {

    private static final RuleBook STANDARD = RuleBook.builder().build();

    private AwsRules() {}

    /** What is known about the types of the provider {@code hashicorp/aws}. */
    public static RuleBook standard() {
        return STANDARD;
    }
}
