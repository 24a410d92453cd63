package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rules of a security group in one direction. EC2 merges rules of equal protocol, ports and description into one block;
 * a part is therefore a block with a single source, and each source has an owner of its own.
 *
 * @param direction {@code ingress} or {@code egress}
 */
record SecurityGroupRules(String direction) implements Ownership {

    private static final Value NONE = Value.of(List.of());
    private static final List<String> SOURCES =
            List.of("cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids", "security_groups");
    private static final Map<String, String> PROTOCOLS =
            Map.of("6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6", "all", "-1");

    @Override
    public List<Value> parts(Value attribute) {
        return attribute.items().stream()
                .flatMap(block -> split(block).stream())
                .toList();
    }

    @Override
    public List<Value> claims(String type, Value sibling, Value owner) {
        if (owner.field("id").isNull() || !owner.field("id").equals(sibling.field("security_group_id"))) {
            return List.of();
        }
        if (type.equals("aws_security_group_rule") && sibling.field("type").equals(Value.of(direction))) {
            return split(group(sibling, owner));
        }
        return type.equals("aws_vpc_security_group_" + direction + "_rule") ? split(single(sibling, owner)) : List.of();
    }

    /** The rule of a resource that lists its sources. */
    private static Value group(Value rule, Value owner) {
        Map<String, Value> block = new LinkedHashMap<>(((Value.Fields) rule).values());
        addGroup(block, rule.field("source_security_group_id"), owner);
        return Value.of(block);
    }

    /** The rule of a resource that has one source. */
    private static Value single(Value rule, Value owner) {
        Map<String, Value> block = new LinkedHashMap<>();
        block.put("protocol", rule.field("ip_protocol"));
        block.put("from_port", rule.field("from_port"));
        block.put("to_port", rule.field("to_port"));
        block.put("description", rule.field("description"));
        block.put("cidr_blocks", list(rule.field("cidr_ipv4")));
        block.put("ipv6_cidr_blocks", list(rule.field("cidr_ipv6")));
        block.put("prefix_list_ids", list(rule.field("prefix_list_id")));
        addGroup(block, rule.field("referenced_security_group_id"), owner);
        return Value.of(block);
    }

    private static void addGroup(Map<String, Value> block, Value group, Value owner) {
        if (group.equals(owner.field("id"))) {
            block.put("self", Value.of(true));
        } else {
            block.put("security_groups", list(group));
        }
    }

    private static Value list(Value value) {
        return Value.of(Shapes.part(value));
    }

    private static List<Value> split(Value block) {
        List<Value> parts = new ArrayList<>();
        for (String source : SOURCES) {
            for (Value one : block.field(source).items()) {
                parts.add(part(block, source, Value.of(List.of(one))));
            }
            if (block.field(source) instanceof Value.Unknown) {
                parts.add(part(block, source, Value.unknown()));
            }
        }
        if (block.field("self").equals(Value.of(true))) {
            parts.add(part(block, "self", Value.of(true)));
        }
        return parts.isEmpty() ? List.of(block) : parts;
    }

    private static Value part(Value block, String source, Value one) {
        Value protocol = protocol(block.field("protocol"));
        boolean hasPorts = !protocol.equals(Value.of("-1"));
        Map<String, Value> part = new LinkedHashMap<>();
        part.put("protocol", protocol);
        part.put("from_port", hasPorts ? block.field("from_port") : Value.of(0));
        part.put("to_port", hasPorts ? block.field("to_port") : Value.of(0));
        part.put(
                "description", Essence.isEmpty(block.field("description")) ? Value.of("") : block.field("description"));
        SOURCES.forEach(name -> part.put(name, NONE));
        part.put("self", Value.of(false));
        part.put(source, one);
        return Value.of(part);
    }

    private static Value protocol(Value written) {
        return written.text()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> Value.of(PROTOCOLS.getOrDefault(text, text)))
                .orElse(written);
    }
}
