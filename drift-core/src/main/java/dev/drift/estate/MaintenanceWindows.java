package dev.drift.estate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All windows of an environment. What one of them denies no other allows. */
public record MaintenanceWindows(List<MaintenanceWindow> windows) {

    /** With what every {@link #refusal} begins. */
    public static final String REASON = "maintenance window: ";

    /** No window: stacks are looked at whenever somebody wants. */
    public static final MaintenanceWindows NONE = new MaintenanceWindows(List.of());

    public MaintenanceWindows {
        windows = List.copyOf(windows);
    }

    /** Why a cell in the region, or in none, is not to be looked at at the moment; empty if it may be. */
    public Optional<String> refusal(Optional<Region> region, Instant at) {
        List<MaintenanceWindow> concerning =
                windows.stream().filter(window -> window.concerns(region)).toList();
        Optional<MaintenanceWindow> denying = of(concerning, MaintenanceWindow.Kind.DENY).stream()
                .filter(window -> window.isOpen(at))
                .findFirst();
        if (denying.isPresent()) {
            return Optional.of(REASON + "closed since \"" + denying.get().opens() + "\" for "
                    + Freshness.words(denying.get().length()));
        }
        List<MaintenanceWindow> allowing = of(concerning, MaintenanceWindow.Kind.ALLOW);
        return allowing.isEmpty() || allowing.stream().anyMatch(window -> window.isOpen(at))
                ? Optional.empty()
                : Optional.of(REASON + "open only from \""
                        + allowing.get(0).opens() + "\" for "
                        + Freshness.words(allowing.get(0).length()) + more(allowing));
    }

    private static String more(List<MaintenanceWindow> windows) {
        return windows.size() == 1 ? "" : " and in " + (windows.size() - 1) + " more";
    }

    private static List<MaintenanceWindow> of(List<MaintenanceWindow> windows, MaintenanceWindow.Kind kind) {
        return windows.stream().filter(window -> window.kind() == kind).toList();
    }
}
