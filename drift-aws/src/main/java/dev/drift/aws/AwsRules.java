package dev.drift.aws;

import dev.drift.diagnosis.RuleBook;

/**
 * The rule book of AWS resource types: what the schema of the provider {@code hashicorp/aws} says of every type, what matters
 * to security, and which attributes resources of their own may own.
 */
public final class AwsRules {

    private AwsRules() {}

    /** The book, read once and shared by all. */
    public static RuleBook standard() {
        return Standard.BOOK;
    }

    private static final class Standard {
        private static final RuleBook BOOK = write();

        private static RuleBook write() {
            RuleBook.Builder book = RuleBook.builder();
            Facts.write(book, "schema.txt");
            Facts.write(book, "traits.txt");
            Owners.write(book);
            return book.build();
        }
    }
}
