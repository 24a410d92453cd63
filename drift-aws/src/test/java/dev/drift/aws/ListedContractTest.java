package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.testing.OwnershipContract;

class ListedContractTest extends OwnershipContract {

    @Override
    protected Ownership ownership() {
        return Listed.texts("policy_arn", Link.of("aws_iam_role_policy_attachment", "role", "name", "id"));
    }

    @Override
    protected String attribute() {
        return "[\"arn:aws:iam::aws:policy/ReadOnlyAccess\"]";
    }

    @Override
    protected String siblingType() {
        return "aws_iam_role_policy_attachment";
    }

    @Override
    protected String sibling() {
        return "{\"role\": \"deployer\", \"policy_arn\": \"arn:aws:iam::aws:policy/ReadOnlyAccess\"}";
    }

    @Override
    protected String owner() {
        return "{\"name\": \"deployer\"}";
    }

    @Override
    protected String stranger() {
        return "{\"name\": \"reader\"}";
    }
}
