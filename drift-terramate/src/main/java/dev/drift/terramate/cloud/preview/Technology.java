package dev.drift.terramate.cloud.preview;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * What plans.
 *
 * @param name {@code terraform}, {@code opentofu} or {@code other}
 * @param layer {@code default}, or {@code custom:} and a name of letters, digits and hyphens
 */
public record Technology(String name, String layer) {

    private static final Pattern NAME = Pattern.compile("terraform|opentofu|other");
    private static final Pattern LAYER = Pattern.compile("default|custom:[a-zA-Z0-9-]+");

    public Technology {
        requireNonNull(name, "name is null");
        requireNonNull(layer, "layer is null");
        if (!NAME.matcher(name).matches() || !LAYER.matcher(layer).matches()) {
            throw new IllegalArgumentException("No technology and layer: " + name + ", " + layer);
        }
    }

    /** The technology in its only layer. */
    public static Technology of(String name) {
        return new Technology(name, "default");
    }
}
