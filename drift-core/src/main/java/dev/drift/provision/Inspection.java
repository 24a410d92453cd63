package dev.drift.provision;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.DriftDetector;
import dev.drift.detection.StackCheck;
import dev.drift.observation.DriftProbe;
import dev.drift.stack.Stack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for drift in what was applied. */
record Inspection(Site site, Optional<DriftProbe> probe) {

    /** The same stacks, those that were applied with what a look says of them. */
    List<StackProvision> of(List<StackProvision> stacks) {
        Map<Stack, StackCheck> checks = new HashMap<>();
        probe.ifPresent(with -> check(with, applied(stacks)).forEach(check -> checks.put(check.stack(), check)));
        return stacks.stream()
                .map(each -> Optional.ofNullable(checks.get(each.stack()))
                        .map(each::checkedFor)
                        .orElse(each))
                .toList();
    }

    private List<StackCheck> check(DriftProbe with, List<Stack> applied) {
        return new DriftDetector(
                        with,
                        site.environments(),
                        site.judge(),
                        site.settings(),
                        DetectionListener.SILENT,
                        site.clock())
                .check(applied);
    }

    private static List<Stack> applied(List<StackProvision> stacks) {
        return stacks.stream()
                .filter(stack -> stack.status() == ProvisionStatus.APPLIED)
                .map(StackProvision::stack)
                .toList();
    }
}
