/**
 * What Drift writes to AWS for itself, never for a stack: audit trails in buckets, alerts by SNS and EventBridge. It is done as
 * whoever runs Drift, in one region that is named, and never in another one.
 */
@NullMarked
package dev.drift.aws.delivery;

import org.jspecify.annotations.NullMarked;
