/**
 * What requests and answers have in common: the stack as Terramate Cloud knows it, changesets, log lines, metadata, review
 * requests. Whatever is written is complete and valid before it is sent; what is read may lack fields or use new words.
 */
@NullMarked
package dev.drift.terramate.cloud.message;

import org.jspecify.annotations.NullMarked;
