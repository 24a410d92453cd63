package dev.drift.github.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param body what it says
 * @param next where a list goes on, as the {@code Link} header says
 */
record Answer(Value body, Optional<HttpUrl> next) {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;[^,]*\\brel=\"?next\"?");

    Answer {
        requireNonNull(body, "body is null");
        requireNonNull(next, "next is null");
    }

    /** Where the list goes on, seen from an address. */
    static Optional<HttpUrl> next(HttpUrl here, @Nullable String link) {
        Matcher next = NEXT.matcher(link == null ? "" : link);
        return next.find() ? Optional.ofNullable(here.resolve(next.group(1))) : Optional.empty();
    }
}
