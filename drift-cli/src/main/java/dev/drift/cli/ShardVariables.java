package dev.drift.cli;

import dev.drift.config.Problems;
import dev.drift.estate.Shard;
import java.util.Map;
import java.util.Optional;

/**
 * Which share a machine takes, as those say who started many of them: Kubernetes an indexed job ({@code JOB_COMPLETION_INDEX}, and
 * {@code DRIFT_SHARDS} for how many there are), AWS Batch an array job. Both count from 0.
 */
record ShardVariables(Map<String, String> all) {

    private static final String INDEX = "JOB_COMPLETION_INDEX";
    private static final String SHARES = "DRIFT_SHARDS";
    private static final String ARRAY_INDEX = "AWS_BATCH_JOB_ARRAY_INDEX";
    private static final String ARRAY_SIZE = "AWS_BATCH_JOB_ARRAY_SIZE";

    /** The share; empty if nobody says, after telling what is wrong with what somebody says. */
    Optional<Shard> shard(Problems problems) {
        return all.containsKey(INDEX) || all.containsKey(SHARES)
                ? shard(INDEX, SHARES, problems)
                : all.containsKey(ARRAY_INDEX) ? shard(ARRAY_INDEX, ARRAY_SIZE, problems) : Optional.empty();
    }

    private Optional<Shard> shard(String index, String size, Problems problems) {
        Optional<Integer> number = number(index);
        Optional<Integer> of = number(size);
        Optional<Shard> share = number.flatMap(counted ->
                of.filter(most -> counted < most && most <= Shard.MOST).map(most -> new Shard(counted + 1, most)));
        if (share.isEmpty()) {
            problems.add(
                    "--shard",
                    index + " is " + written(index) + " and " + size + " is " + written(size)
                            + ", which names no share; --shard I/N outweighs both");
        }
        return share;
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(all.get(name))
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
    }

    private String written(String name) {
        return Optional.ofNullable(all.get(name))
                .map(text -> "\"" + text + "\"")
                .orElse("not set");
    }
}
