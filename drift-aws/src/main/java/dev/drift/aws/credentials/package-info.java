/**
 * Whose eyes a stack is looked at with. A source obtains credentials from an identity, assumes a role with them if it is told
 * to, checks that they open the account that was expected, and leases them to stacks as variables; it renews them while a run
 * lasts. Nothing here is written to disk, and whatever goes wrong is told without a secret. The types of the AWS SDK stay
 * inside.
 */
@NullMarked
package dev.drift.aws.credentials;

import org.jspecify.annotations.NullMarked;
