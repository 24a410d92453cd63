package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.testing.OwnershipContract;

class SecurityGroupRulesContractTest extends OwnershipContract {

    @Override
    protected Ownership ownership() {
        return new SecurityGroupRules("ingress");
    }

    @Override
    protected String attribute() {
        return """
                [{"protocol": "tcp", "from_port": 443, "to_port": 443, "description": "", "cidr_blocks": ["10.0.0.0/8"],
                  "ipv6_cidr_blocks": [], "prefix_list_ids": [], "security_groups": [], "self": false}]""";
    }

    @Override
    protected String siblingType() {
        return "aws_vpc_security_group_ingress_rule";
    }

    @Override
    protected String sibling() {
        return """
                {"security_group_id": "sg-1", "ip_protocol": "tcp", "from_port": 443, "to_port": 443,
                 "cidr_ipv4": "10.0.0.0/8"}""";
    }

    @Override
    protected String owner() {
        return "{\"id\": \"sg-1\"}";
    }

    @Override
    protected String stranger() {
        return "{\"id\": \"sg-2\"}";
    }
}
