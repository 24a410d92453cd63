package dev.drift.cli.doctor;

import dev.drift.aws.state.StateException;
import dev.drift.aws.state.StateStore;
import dev.drift.code.CodeException;
import dev.drift.code.StackCode;
import dev.drift.code.StateLocation;
import dev.drift.estate.Cell;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.terramate.code.TerraformCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is wrong with the credentials of one cell, and with the states of some of its stacks.
 *
 * @param stacks its stacks, by path
 * @param credentials those its stacks are looked at with
 * @param environment the variables below the credentials
 */
record CellExamination(
        Cell cell,
        List<Stack> stacks,
        EnvironmentSource credentials,
        StateStore states,
        Map<String, String> environment) {

    /** So many stacks of a cell, spread over its paths, tell of the others. */
    private static final int SAMPLE = 5;

    private static final String AWS = "/hashicorp/aws";
    private static final String PERMISSIONS = " (docs/permissions.md)";

    List<Finding> findings() {
        Map<Stack, StackCode> sample = sample();
        if (sample.isEmpty()) {
            return List.of();
        }
        try (EnvironmentLease lease =
                credentials.lease(sample.keySet().iterator().next())) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.putAll(lease.variables());
            return states(sample, variables);
        } catch (ProbeException refused) {
            return List.of(new Finding(
                    "credentials-out-of-reach",
                    "The cell " + cell + " cannot be looked at: " + refused.reason(),
                    "Sign in to AWS, or correct the role of the environment and whom it trusts" + PERMISSIONS));
        }
    }

    /** Some of the stacks that have to do with AWS. Of code that cannot be read a run tells. */
    private Map<Stack, StackCode> sample() {
        Map<Stack, StackCode> sample = new LinkedHashMap<>();
        int most = Math.min(SAMPLE, stacks.size());
        IntStream.range(0, most)
                .mapToObj(number -> stacks.get(number * stacks.size() / most))
                .forEach(stack ->
                        code(stack).filter(CellExamination::isOfAws).ifPresent(code -> sample.put(stack, code)));
        return sample;
    }

    private static Optional<StackCode> code(Stack stack) {
        try {
            return Optional.of(TerraformCode.standard().read(stack.directory()));
        } catch (CodeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isOfAws(StackCode code) {
        return isInBucket(code)
                || code.providers().stream()
                        .anyMatch(provider -> provider.source().endsWith(AWS));
    }

    private static boolean isInBucket(StackCode code) {
        return code.state() instanceof StateLocation.Backend backend
                && backend.type().equals("s3");
    }

    /** What is the same for several stacks is said once. */
    private List<Finding> states(Map<Stack, StackCode> sample, Map<String, String> variables) {
        Map<StateException.Kind, TreeSet<String>> concerned = new LinkedHashMap<>();
        Map<StateException.Kind, String> reasons = new HashMap<>();
        sample.forEach((stack, code) -> {
            if (isInBucket(code)) {
                problem(stack, code, variables).ifPresent(problem -> {
                    concerned
                            .computeIfAbsent(problem.kind(), kind -> new TreeSet<>())
                            .add(stack.path().value());
                    reasons.putIfAbsent(problem.kind(), problem.reason());
                });
            }
        });
        List<Finding> findings = new ArrayList<>();
        concerned.forEach((kind, paths) -> findings.add(new Finding(
                "state-out-of-reach",
                "States of the cell " + cell + " cannot be read, such as " + String.join(", ", paths) + ": "
                        + reasons.get(kind),
                fix(kind))));
        return findings;
    }

    private Optional<StateException> problem(Stack stack, StackCode code, Map<String, String> variables) {
        try {
            states.revision(code.state(), stack.directory(), variables);
            states.lock(code.state(), stack.directory(), variables);
            return Optional.empty();
        } catch (StateException outOfReach) {
            return Optional.of(outOfReach).filter(CellExamination::isOutOfReach);
        }
    }

    /** A state whose place the code leaves open is found by the tool. */
    private static boolean isOutOfReach(StateException problem) {
        return problem.kind() == StateException.Kind.DENIED || problem.kind() == StateException.Kind.UNREACHABLE;
    }

    private static String fix(StateException.Kind kind) {
        return kind == StateException.Kind.DENIED
                ? "Allow s3:ListBucket and s3:GetObject for the states and their lock files, dynamodb:GetItem for a lock"
                        + " table, and kms:Decrypt for their key" + PERMISSIONS
                : "Look at bucket, region, network and proxy";
    }
}
