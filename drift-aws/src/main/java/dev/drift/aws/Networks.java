package dev.drift.aws;

import static dev.drift.aws.Shapes.object;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Routes and network access rules, which tables hold and resources of their own may own. */
final class Networks {

    private static final Map<String, String> PROTOCOLS =
            Map.of("tcp", "6", "udp", "17", "icmp", "1", "icmpv6", "58", "all", "-1");

    private Networks() {}

    /** The routes of a route table. */
    static Listed routes() {
        return new Listed(
                List::of, Map.of(Link.of("aws_route", "route_table_id", "id"), route -> List.of(route(route))));
    }

    /** The rules of a network ACL in one direction. */
    static Listed accessRules(boolean egress) {
        return new Listed(
                rule -> List.of(accessRule(rule)),
                Map.of(Link.of("aws_network_acl_rule", "network_acl_id", "id"), rule -> {
                    boolean isEgress = rule.field("egress").equals(Value.of(true));
                    return isEgress == egress ? List.of(ownAccessRule(rule)) : List.of();
                }));
    }

    private static Value route(Value route) {
        Map<String, Value> entry = new LinkedHashMap<>();
        entry.put("cidr_block", route.field("destination_cidr_block"));
        entry.put("ipv6_cidr_block", route.field("destination_ipv6_cidr_block"));
        for (String field : List.of(
                "destination_prefix_list_id",
                "carrier_gateway_id",
                "core_network_arn",
                "egress_only_gateway_id",
                "gateway_id",
                "local_gateway_id",
                "nat_gateway_id",
                "network_interface_id",
                "transit_gateway_id",
                "vpc_endpoint_id",
                "vpc_peering_connection_id")) {
            entry.put(field, route.field(field));
        }
        return Value.of(entry);
    }

    private static Value ownAccessRule(Value rule) {
        return object(
                "rule_no", rule.field("rule_number"),
                "action", rule.field("rule_action"),
                "protocol", rule.field("protocol"),
                "cidr_block", rule.field("cidr_block"),
                "ipv6_cidr_block", rule.field("ipv6_cidr_block"),
                "from_port", rule.field("from_port"),
                "to_port", rule.field("to_port"),
                "icmp_type", rule.field("icmp_type"),
                "icmp_code", rule.field("icmp_code"));
    }

    private static Value accessRule(Value rule) {
        Map<String, Value> canonical = new LinkedHashMap<>(((Value.Fields) rule).values());
        canonical.put(
                "protocol",
                rule.field("protocol")
                        .text()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .map(text -> Value.of(PROTOCOLS.getOrDefault(text, text)))
                        .orElse(rule.field("protocol")));
        for (String number : List.of("from_port", "to_port", "icmp_type", "icmp_code")) {
            canonical.compute(number, (name, value) -> value == null || value.isNull() ? Value.of(0) : value);
        }
        return Value.of(canonical);
    }
}
