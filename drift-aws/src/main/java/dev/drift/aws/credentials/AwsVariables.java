package dev.drift.aws.credentials;

import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of an environment that say who we are and where AWS is; all others are left out, so that environments that
 * differ in those only share their credentials.
 */
record AwsVariables(Map<String, String> variables) {

    private static final String OWN = "AWS_";
    private static final String OF_GITHUB = "ACTIONS_ID_TOKEN_REQUEST_";
    private static final String HOME = "HOME";

    AwsVariables {
        variables = variables.entrySet().stream()
                .filter(entry -> isOfInterest(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The value of the first of these variables that is set to something. */
    Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(variables.get(name)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    Optional<String> profile() {
        return first("AWS_PROFILE", "AWS_DEFAULT_PROFILE");
    }

    Optional<String> region() {
        return first("AWS_REGION", "AWS_DEFAULT_REGION");
    }

    Path home() {
        return Path.of(first(HOME).orElseGet(() -> System.getProperty("user.home")));
    }

    boolean says(String name) {
        return first(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Where STS is, if not where AWS has it. */
    Optional<URI> endpoint() throws ProbeException {
        if (says("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")) {
            return Optional.empty();
        }
        Optional<String> text = first("AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL");
        return text.isEmpty() ? Optional.empty() : Optional.of(url(text.get()));
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }

    private static boolean isOfInterest(String name) {
        return name.startsWith(OWN) || name.startsWith(OF_GITHUB) || name.equals(HOME);
    }

    private static URI url(String text) throws ProbeException {
        try {
            URI url = new URI(text);
            if (url.getHost() != null
                    && url.getScheme() != null
                    && url.getScheme().startsWith("http")) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            // It is told below; the value itself may hold a password.
        }
        throw new ProbeException(ProbePhase.INIT, "AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL is no URL of a server");
    }
}
