package dev.drift.aws;

import dev.drift.diagnosis.RuleBook;
import java.nio.file.Path;
import java.util.List;

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

    /** The book with what earlier runs learned from the schemas of other provider versions, kept in a cache folder. */
    public static RuleBook knowing(Path cache) {
        List<Path> learned = LearnedFacts.files(cache);
        if (learned.isEmpty()) {
            return standard();
        }
        RuleBook.Builder book = written();
        learned.forEach(file -> LearnedFacts.write(book, standard(), file));
        return book.build();
    }

    private static RuleBook.Builder written() {
        RuleBook.Builder book = RuleBook.builder();
        Facts.write(book, "schema.txt");
        Facts.write(book, "traits.txt");
        Owners.write(book);
        return book;
    }

    private static final class Standard {
        private static final RuleBook BOOK = written().build();
    }
}
