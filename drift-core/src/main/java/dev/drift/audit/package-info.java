/**
 * What happened, and what did not, kept so that nobody can change it unseen: a trail of lines, each of which carries the hash of
 * the line before it. Trails are written by {@link dev.drift.audit.AuditTrail}, read back by
 * {@link dev.drift.audit.AuditArchive} and checked by {@link dev.drift.audit.AuditInspection}. Values of resources never enter
 * a trail.
 */
@NullMarked
package dev.drift.audit;

import org.jspecify.annotations.NullMarked;
