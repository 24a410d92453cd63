package dev.drift.terramate.environment;

import dev.drift.terramate.hcl.Expression;

/** A value cannot be known from the code alone; the message names where and what. */
final class NotStaticException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotStaticException(Expression expression, String why) {
        super(expression.span() + ": " + why);
    }
}
