/**
 * Hands alerts to receivers by HTTP: Slack, Teams, PagerDuty and whoever takes a webhook. Addresses are secrets; names of strangers do
 * nothing at any receiver.
 */
@NullMarked
package dev.drift.cli.alert;

import org.jspecify.annotations.NullMarked;
