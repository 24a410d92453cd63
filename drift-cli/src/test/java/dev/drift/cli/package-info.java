/** Tests of the command, each of which calls it as a user would and looks at its streams and its code. */
package dev.drift.cli;
