package dev.drift.it.estate;

/** A stack, by its path below {@code stacks/}, and what its engineers apply it with. */
record StackUnderTool(String path, Tool tool) {

    enum Tool {
        TERRAFORM,
        OPENTOFU,
        TERRAGRUNT
    }
}
