package dev.drift.terramate.project;

import dev.drift.terramate.hcl.Expression;
import java.util.Optional;

/** What the value of an attribute must look like. */
@FunctionalInterface
interface ValueRule {

    /** Whatever it is, also what only Terramate can evaluate. */
    ValueRule ANYTHING = expression -> Optional.empty();

    /** What is wrong with the value, in words that follow the attribute's name; empty if nothing is. */
    Optional<String> objection(Expression expression);
}
