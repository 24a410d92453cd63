package dev.drift.aws.delivery;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Secret;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something of AWS is.
 *
 * @param text the whole of it
 * @param region the region it is in
 */
record Arn(String text, String region) {

    /** The ARN of something of a service, which the secret holds. */
    static Arn of(String service, Secret secret) {
        Pattern grammar = Pattern.compile("arn:aws[a-z-]*:" + service + ":([a-z]{2}[a-z0-9-]+):[0-9]{12}:\\S+");
        Matcher written = grammar.matcher(secret.reveal());
        if (!written.matches()) {
            throw InvalidConfigException.of(
                    Problem.of("The address is no ARN: arn:aws:" + service + ":REGION:ACCOUNT:…"));
        }
        return new Arn(secret.reveal(), written.group(1));
    }
}
