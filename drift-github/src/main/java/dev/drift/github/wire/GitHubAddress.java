package dev.drift.github.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Where GitHub's REST interface is: {@code https://api.github.com}, {@code https://HOST/api/v3} of a server of one's own, or
 * {@code https://api.NAME.ghe.com} where data is resident.
 *
 * @param base the address, without a slash at its end
 */
public record GitHubAddress(URI base) {

    /** The public one. */
    public static final GitHubAddress PUBLIC = new GitHubAddress(URI.create("https://api.github.com"));

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String SERVER = "/api/v3";

    public GitHubAddress {
        requireNonNull(base, "base is null");
    }

    /**
     * The address that the text writes, as {@code GITHUB_API_URL} does.
     *
     * @throws InvalidConfigException if it is none, carries credentials, or would send a token in clear to another machine
     */
    public static GitHubAddress of(String text) {
        Problems problems = new Problems();
        try {
            URI base = new URI(text.strip().replaceAll("/+$", ""));
            if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
                problems.add("GITHUB_API_URL", "Is no address of a server: expected one like https://api.github.com");
            } else if (base.getRawUserInfo() != null) {
                problems.add("GITHUB_API_URL", "Must not carry credentials");
            } else if (!isSafe(base)) {
                problems.add("GITHUB_API_URL", "Must begin with https:// so that the token is not sent in clear");
            }
            problems.throwIfAny();
            return new GitHubAddress(base);
        } catch (URISyntaxException none) {
            problems.add("GITHUB_API_URL", "Is no address of a server: expected one like https://api.github.com");
            throw new InvalidConfigException(problems.all());
        }
    }

    /** Where GraphQL is spoken. */
    URI graphql() {
        String address = base.toString();
        return URI.create(
                address.endsWith(SERVER)
                        ? address.substring(0, address.length() - SERVER.length()) + "/api/graphql"
                        : address + "/graphql");
    }

    private static boolean isSafe(URI base) {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && THIS_MACHINE.contains(base.getHost()));
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
