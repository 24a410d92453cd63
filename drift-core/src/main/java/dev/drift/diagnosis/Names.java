package dev.drift.diagnosis;

import dev.drift.value.ValuePath;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names that mean the same with every provider. They speak where a rule book is silent; what they call security-relevant is
 * rather too much than too little. Sets cannot be told by name.
 */
final class Names {

    /** Matched against the names of a place joined by dots. */
    private static final Map<Trait, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Trait.LABEL,
            Pattern.compile("(tags|tags_all|labels|annotations)(\\..*)?|(.*\\.)?(description|comment|display_name)"),
            Trait.COMPUTED,
            Pattern.compile(
                    "id|arn|self_link|etag|fingerprint|owner_id|unique_id|version_id|status|state|url|endpoint"
                            + "|creat(ed|ion)_.*|create_(date|time)|(last_)?(modified|updated)(_.*)?|update(d)?_(at|time|date)"),
            Trait.POLICY,
            words("policy|policy_document|policy_json|policy_text|access_policies"),
            Trait.NETWORK,
            words("ingress|egress|cidr|cidrs|cidr_blocks?|cidr_ipv[46]|security_groups?|security_group_ids"
                    + "|subnets?|subnet_ids?|routes?|prefix_list_ids?|source_ranges|allowed_ips?|ip_rules|vpc_config"),
            Trait.IDENTITY,
            words("role|roles|role_arn|iam|principals?|permissions?|permissions_boundary|managed_policy_arns"
                    + "|inline_policy|policy_arns?|assume_role|grants?|members?|trust|trusted"),
            Trait.EXPOSURE,
            words("public|publicly|acl|anonymous|internet_facing|auth_type|authorization_type|authorization"),
            Trait.ENCRYPTION,
            words("encrypted|encryption|encrypt|kms|cmk|sse|tls|ssl|certificate_arn|at_rest|in_transit"),
            Trait.LOGGING,
            words("log|logs|logging|audit|trail|flow_log|log_config|log_configuration")));

    private static final Pattern IDENTITY = Pattern.compile("id|arn");

    private Names() {}

    /** Whether the names say this of the place. */
    static boolean say(Trait trait, ValuePath place) {
        Pattern pattern = PATTERNS.get(trait);
        return pattern != null && pattern.matcher(place.names()).matches();
    }

    /** Whether the place is the identity the provider gives to an object. */
    static boolean areIdentity(ValuePath place) {
        return IDENTITY.matcher(place.names()).matches();
    }

    /** Any of the words, on their own between dots and underscores. */
    private static Pattern words(String alternatives) {
        return Pattern.compile("(.*[._])?(" + alternatives + ")([._].*)?");
    }
}
