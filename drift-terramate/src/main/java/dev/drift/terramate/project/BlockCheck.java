package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;

/** A rule about a block that attributes and nested blocks taken one by one cannot state. */
@FunctionalInterface
interface BlockCheck {

    /** Notes what is wrong. */
    void check(Block block, Problems problems);
}
