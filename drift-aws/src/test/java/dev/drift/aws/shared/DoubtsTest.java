package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: Invalid resource type (main.tf:3): The provider hashicorp/aws does not support resource type"
                        + " \"aws_x\".",
                "Error: Invalid data source (main.tf:3): The provider hashicorp/aws does not support data source"
                        + " \"aws_x\".",
                "Error: Failed to decode resource from state: no schema available for aws_vpc.x while reading state",
                "Error: Failed to load plugin schemas: Error while loading schemas for plugin components",
                "Error: Plugin did not respond: The plugin encountered an error",
                "Error: Plugin error: The plugin returned an unexpected error",
                "Error: rpc error: code = Unknown desc = x",
                "Error: Failed to instantiate provider: Unrecognized remote plugin message",
                "reattachment process not found",
                "Error: Call to unknown function (main.tf:1): There is no function named \"provider::aws::x\".",
                "Error: Inconsistent dependency lock file: The following dependency selections",
                "Error: Required plugins are not installed: The installed provider plugins"
            })
    void failureBetweenToolAndProviderIsDoubted(String failure) {
        assertThat(Doubts.about(failure)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: reading SQS Queue (q): operation error SQS: GetQueueAttributes, AccessDenied: not authorized",
                "Error: No valid credential sources found",
                "Error: reading MSK Connect Custom Plugin (arn): AccessDeniedException",
                "Error: Invalid value for variable (main.tf:3): The resource type is not allowed",
                "Error: Invalid resource name: must begin with a letter",
                "Error: Unsupported argument (main.tf:3): An argument named \"nmae\" is not expected here",
                "Error: reading DMS endpoint: schema orders does not exist",
                "Error: creating Lambda Function: function code not found",
                "Error: the provider crashed twice while reading this resource",
                "Error: Throttling: Rate exceeded",
                "no answer within 15m; stopped while planning",
                "Error: Error acquiring the state lock"
            })
    void failureOfTheCloudOrTheCodeIsNot(String failure) {
        assertThat(Doubts.about(failure)).isEmpty();
    }
}
