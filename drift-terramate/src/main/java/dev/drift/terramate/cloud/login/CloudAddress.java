package dev.drift.terramate.cloud.login;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.terramate.cloud.wire.Wire;
import dev.drift.terramate.process.UserEnvironment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where Terramate Cloud is.
 *
 * @param base what stands before the path of every request
 * @param audience whom the identity of a job is issued for: the host of the region, also where another base is set
 */
public record CloudAddress(URI base, String audience) {

    private static final Map<String, String> REGIONS = Map.of("eu", "api.terramate.io", "us", "us.api.terramate.io");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public CloudAddress {
        requireNonNull(base, "base is null");
        requireNonNull(audience, "audience is null");
        String host = String.valueOf(base.getHost()).toLowerCase(Locale.ROOT);
        boolean safe = "https".equals(base.getScheme()) || ("http".equals(base.getScheme()) && LOOPBACK.contains(host));
        if (base.getHost() == null || !safe || !Wire.leadsTo(base)) {
            throw new IllegalArgumentException("Terramate Cloud must be asked by https, or by http on this machine");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of Terramate Cloud is a host and a path, nothing more");
        }
    }

    /**
     * The address that the variables {@code TMC_API_HOST} and {@code TMC_API_URL} name, else that of the location. A path in
     * {@code TMC_API_URL} is kept, where the vendor's own command drops it.
     *
     * @param location {@code terramate.config.cloud.location}: {@code eu}, which is the default, or {@code us}
     * @throws InvalidConfigException if one of them names no such place
     */
    public static CloudAddress of(UserEnvironment user, Optional<String> location) {
        String region = location.orElse("eu");
        String host = REGIONS.get(region);
        if (host == null) {
            throw invalid("terramate.config.cloud.location", "Location must be eu or us, not \"" + region + "\"");
        }
        Optional<String> named = user.variable("TMC_API_HOST").map(CloudAddress::secured);
        String where = named.isPresent() ? "TMC_API_HOST" : "TMC_API_URL";
        String address = named.or(() -> user.variable("TMC_API_URL")).orElse("https://" + host);
        try {
            return new CloudAddress(new URI(address), host);
        } catch (URISyntaxException noAddress) {
            throw invalid(where, "This is no address of a server");
        } catch (IllegalArgumentException unsafe) {
            throw invalid(where, String.valueOf(unsafe.getMessage()));
        }
    }

    private static String secured(String host) {
        if (host.contains("/")) {
            throw invalid("TMC_API_HOST", "This must be a host alone, which is asked by https");
        }
        return "https://" + host;
    }

    private static InvalidConfigException invalid(String where, String message) {
        return new InvalidConfigException(List.of(Problem.at(where, message)));
    }
}
