package dev.drift.diagnosis;

import dev.drift.value.Difference;
import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/** One reason why a difference says nothing. */
interface NoiseRule {

    /** Every rule that looks at one difference at a time. Ownership by siblings looks at objects: {@link OwnParts}. */
    List<NoiseRule> ALL = List.of(
            new NullAgainstEmpty(), new NullAgainstDefault(), new TagsMirror(), new SamePolicy(), new SameDocument());

    /** How the parts are counted that siblings own. */
    String OWNED_BY_SIBLING = "owned-by-sibling";

    /** The name it is counted by. */
    String name();

    /** Whether the difference says nothing. */
    boolean silences(Difference difference, MovedObject object);

    /** Null on one side; an empty text, list or map on the other. */
    record NullAgainstEmpty() implements NoiseRule {
        @Override
        public String name() {
            return "null-against-empty";
        }

        @Override
        public boolean silences(Difference difference, MovedObject object) {
            return Essence.isEmpty(difference.before()) && Essence.isEmpty(difference.after());
        }
    }

    /**
     * Null on one side, false or 0 on the other, in a leaf the code does not declare. If the code was not looked at, only a
     * null of the last apply proves that it did not declare the leaf; a false or 0 that became null may have been asked for.
     */
    record NullAgainstDefault() implements NoiseRule {
        private static final List<Value> DEFAULTS = List.of(Value.of(false), Value.of(0));

        static boolean isDefault(Value value) {
            return DEFAULTS.contains(value);
        }

        @Override
        public String name() {
            return "null-against-default";
        }

        @Override
        public boolean silences(Difference difference, MovedObject object) {
            if (difference.before().isNull() && isDefault(difference.after())) {
                return object.declared(difference) == Declared.ABSENT;
            }
            return isDefault(difference.before())
                    && difference.after().isNull()
                    && object.isCodeSeen()
                    && object.declared(difference) == Declared.ABSENT;
        }
    }

    /** The same tag moved to the same value in {@code tags}: {@code tags_all} only mirrors it. */
    record TagsMirror() implements NoiseRule {
        @Override
        public String name() {
            return "tags-all-mirrors-tags";
        }

        @Override
        public boolean silences(Difference difference, MovedObject object) {
            return difference.path().steps().size() == 2
                    && difference.path().attribute().equals(Optional.of("tags_all"))
                    && object.hasMovedTag(difference.path().steps().get(1), difference.after());
        }
    }

    /** Two spellings of one policy. */
    record SamePolicy() implements NoiseRule {
        @Override
        public String name() {
            return "equivalent-policy";
        }

        @Override
        public boolean silences(Difference difference, MovedObject object) {
            if (!object.facts().has(Trait.POLICY, difference.path())) {
                return false;
            }
            Optional<PolicyDocument> before = PolicyDocument.of(difference.before());
            return before.isPresent() && before.equals(PolicyDocument.of(difference.after()));
        }
    }

    /** Two spellings of one JSON document. Only where the book knows a document: elsewhere spelling may matter. */
    record SameDocument() implements NoiseRule {
        @Override
        public String name() {
            return "equivalent-json";
        }

        @Override
        public boolean silences(Difference difference, MovedObject object) {
            boolean isDocument = object.facts().has(Trait.DOCUMENT, difference.path())
                    || object.facts().has(Trait.POLICY, difference.path());
            return isDocument && PolicyDocument.isSameJson(difference.before(), difference.after());
        }
    }
}
