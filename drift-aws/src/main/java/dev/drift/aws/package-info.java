/**
 * What Drift knows about AWS. The rule book is data about resource types plus the few forms in which a resource can own a
 * part of another; the judge that reads it knows nothing of AWS.
 */
@NullMarked
package dev.drift.aws;

import org.jspecify.annotations.NullMarked;
