package dev.drift.provision;

import dev.drift.catalog.StackOrder;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One provisioning. A single thread, the caller's, starts errands whose stacks wait for nothing any more, in run order, and
 * takes in those that ended; errands share nothing but the budget and the queue by which they say that they ended.
 */
final class Provisioning {

    private final Site site;
    private final StackOrder order;
    private final DestroyBudget budget;
    private final Set<Stack> waiting;
    private final Set<Errand> running = new LinkedHashSet<>();
    private final Map<Stack, StackProvision> over = new HashMap<>();
    private final BlockingQueue<Errand> ended = new LinkedBlockingQueue<>();

    Provisioning(Site site, StackOrder order, DestroyPolicy policy) {
        this.site = site;
        this.order = order;
        this.budget = new DestroyBudget(policy);
        this.waiting = new LinkedHashSet<>(order.stacks());
    }

    /** One provision for every stack, in run order, with why it changed. The thread is interrupted when it returns if it was interrupted before. */
    List<StackProvision> run(Map<Stack, String> whys) {
        boolean interrupted = false;
        while (!waiting.isEmpty() || !running.isEmpty()) {
            try {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                goOn();
            } catch (InterruptedException stop) {
                interrupted = true;
                stop();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return order.stacks().stream()
                .flatMap(stack -> Optional.ofNullable(over.get(stack)).stream())
                .map(each -> each.because(Optional.ofNullable(whys.get(each.stack()))))
                .toList();
    }

    private void goOn() throws InterruptedException {
        giveUpWhatWaitsInVain();
        startWhatIsFree();
        if (!running.isEmpty()) {
            takeIn(ended.take());
        }
    }

    /** In run order, so that one pass reaches whatever stands behind a stack that is given up. */
    private void giveUpWhatWaitsInVain() {
        for (Stack stack : List.copyOf(waiting)) {
            reasonToGiveUp(stack).ifPresent(reason -> giveUp(stack, reason));
        }
    }

    private Optional<String> reasonToGiveUp(Stack stack) {
        return order.before(stack).stream()
                .sorted()
                .flatMap(before -> Optional.ofNullable(over.get(before)).stream())
                .filter(before -> !before.status().isDone())
                .findFirst()
                .map(before -> "it depends on " + before.stack() + ", which " + words(before.status()));
    }

    private static String words(ProvisionStatus status) {
        return switch (status) {
            case REFUSED -> "was refused";
            case FAILED -> "failed";
            case NOT_DONE, APPLIED, UNCHANGED -> "was not done";
        };
    }

    private void startWhatIsFree() {
        Iterator<Stack> next = waiting.iterator();
        while (next.hasNext() && running.size() < site.settings().parallelism().stacks()) {
            Stack stack = next.next();
            if (over.keySet().containsAll(order.before(stack))) {
                next.remove();
                Errand errand = new Errand(site, budget, stack, ended::add);
                running.add(errand);
                errand.start();
            }
        }
    }

    private void takeIn(Errand errand) {
        running.remove(errand);
        conclude(errand.provision());
    }

    /** What is applied comes to its end, and is waited for; nothing else begins. */
    private void stop() {
        running.forEach(Errand::stop);
        List.copyOf(waiting).forEach(stack -> giveUp(stack, "the run was stopped before it was begun"));
    }

    private void giveUp(Stack stack, String reason) {
        waiting.remove(stack);
        conclude(new StackProvision(
                stack, Optional.empty(), new ProvisionOutcome.NotDone(reason), Duration.ZERO, Optional.empty()));
    }

    private void conclude(StackProvision provision) {
        over.put(provision.stack(), provision);
        site.sinks().tell(new ProvisionEvent.Ended(provision));
    }
}
