/**
 * HCL's native syntax, read into an immutable tree in which everything knows where it stands.
 *
 * <p>Reading is all that happens here: no file is opened but the one named, nothing is fetched, nothing is run, and no
 * expression is evaluated. {@link dev.drift.terramate.hcl.Hcl} is the way in. What Terraform's own parser refuses is
 * refused, with the place and one sentence; what it accepts is accepted, up to the stated limits of size and nesting.
 */
@NullMarked
package dev.drift.terramate.hcl;

import org.jspecify.annotations.NullMarked;
