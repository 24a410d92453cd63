/**
 * For those who implement a port or embed the library: a contract test for every port, which every implementation extends,
 * honest in-memory siblings that pass the same contracts, and builders of data for tests. Published as the test-jar.
 *
 * <p>A contract test executes the Javadoc of its port clause by clause. An implementation's test extends it, says how to make
 * one, and adds what is special about it.
 */
@NullMarked
package dev.drift.testing;

import org.jspecify.annotations.NullMarked;
