package dev.drift.aws.shared;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the first who asks for something fetch it while all others who ask meanwhile wait for the same result, be it good or
 * bad. Nothing is remembered: who asks later starts anew.
 */
final class OncePerKey<K, V> {

    private final Map<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

    V take(K key, Fetching<V> fetching) throws Unanswered {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> first = underWay.computeIfAbsent(key, none -> mine);
        if (first != mine) {
            return Waiting.until(first);
        }
        try {
            V fetched = fetching.fetch();
            mine.complete(fetched);
            return fetched;
        } catch (Unanswered | RuntimeException | Error failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            underWay.remove(key, mine);
        }
    }

    /** Whether somebody is fetching it. */
    boolean isUnderWay(K key) {
        return underWay.containsKey(key);
    }

    /** How something is had. */
    @FunctionalInterface
    interface Fetching<V> {
        V fetch() throws Unanswered;
    }
}
