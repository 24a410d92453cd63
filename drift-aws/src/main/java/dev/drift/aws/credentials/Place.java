package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Region;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where STS is asked: in the region of the stack, so that a cell needs nothing outside its own (design 2).
 *
 * @param endpoint the address, if it is not the one that AWS has in the region
 */
record Place(Region region, Optional<URI> endpoint) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2,5}(-[a-z]+)+-[0-9]+");
    private static final Region FIRST = new Region("us-east-1");

    Place {
        requireNonNull(region, "region is null");
        requireNonNull(endpoint, "endpoint is null");
    }

    /** A stack without a region of AWS is served by the fallback, else by what environment and profile are set to. */
    static Place of(Stack stack, Optional<Region> fallback, AwsVariables variables, Optional<String> profile)
            throws ProbeException {
        Optional<Region> own = Region.of(stack)
                .filter(region -> REGION.matcher(region.name()).matches())
                .or(() -> fallback)
                .or(() -> variables.region().map(Region::new));
        return own.isPresent()
                ? new Place(own.get(), variables.endpoint())
                : new Place(
                        new Profiles(variables).region(profile).map(Region::new).orElse(FIRST), variables.endpoint());
    }
}
