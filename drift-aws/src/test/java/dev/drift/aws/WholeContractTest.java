package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.testing.OwnershipContract;

class WholeContractTest extends OwnershipContract {

    @Override
    protected Ownership ownership() {
        return Whole.text("policy", Link.of("aws_sns_topic_policy", "arn", "arn", "id"));
    }

    @Override
    protected String attribute() {
        return "\"{\\\"Statement\\\": []}\"";
    }

    @Override
    protected String siblingType() {
        return "aws_sns_topic_policy";
    }

    @Override
    protected String sibling() {
        return "{\"arn\": \"arn:aws:sns:eu-central-1:123456789012:orders\", \"policy\": \"{\\\"Statement\\\": []}\"}";
    }

    @Override
    protected String owner() {
        return "{\"arn\": \"arn:aws:sns:eu-central-1:123456789012:orders\"}";
    }

    @Override
    protected String stranger() {
        return "{\"arn\": \"arn:aws:sns:eu-central-1:123456789012:invoices\"}";
    }
}
