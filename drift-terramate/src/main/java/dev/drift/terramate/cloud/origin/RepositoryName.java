package dev.drift.terramate.cloud.origin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises the URL of a git remote as Terramate does, letter by letter: Terramate Cloud joins the stacks of a repository by
 * this text. The host is in lower case, without {@code www.} and the ports 80 and 443; owner and name keep their case.
 */
public final class RepositoryName {

    private static final Pattern PROTOCOL =
            Pattern.compile("(ssh|git\\+ssh|git|http|git\\+https|https|ftp|ftps|file):.*");
    private static final Pattern URL =
            Pattern.compile("[a-z+]+://(?:[^/?#]*@)?(\\[[^\\]]*\\]|[^/?#:]*)(?::(\\d*))?(/[^?#]*)?(?:[?#].*)?");
    private static final Pattern PORT_AND_PATH = Pattern.compile("[+-]?\\d+/.*");

    private RepositoryName() {}

    /** The normalised name, such as {@code github.com/acme/infra}; empty if the text is no URL of a remote. */
    public static Optional<String> of(String remote) {
        Matcher url = URL.matcher(url(remote));
        if (remote.indexOf(':') <= 0 || !url.matches() || url.group(1).isEmpty()) {
            return Optional.empty();
        }
        String host = host(url.group(1)) + port(url.group(2));
        String path = path(url.group(3));
        String normal = host.replaceFirst("^www\\.", "").toLowerCase(Locale.ROOT);
        return Optional.of(path.isEmpty() ? normal : normal + "/" + path);
    }

    /** The short form {@code git@host:owner/name} stands for ssh; a number behind the colon is a port. */
    private static String url(String remote) {
        int colon = remote.indexOf(':');
        if (PROTOCOL.matcher(remote).matches() || colon <= 0 || remote.indexOf('\\') >= 0) {
            return remote;
        }
        boolean isPort = PORT_AND_PATH.matcher(remote.substring(colon + 1)).matches();
        return "ssh://" + (isPort ? remote : remote.substring(0, colon) + "/" + remote.substring(colon + 1));
    }

    private static String host(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String port(@Nullable String port) {
        return port == null || port.isEmpty() || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    private static String path(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String plain = URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
        return plain.replaceAll("^/+|/+$", "").replaceFirst("\\.git$", "");
    }
}
