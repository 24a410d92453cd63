package dev.drift.it.cloud;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;

/** Somebody at the AWS console, past Terraform: each method changes the live account and nothing else. */
public final class Console {

    private static final String EVERYTHING = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private final URI endpoint;
    private final AwsWire wire;

    public Console(URI endpoint) {
        this.endpoint = endpoint;
        this.wire = new AwsWire(endpoint);
    }

    /** Scales the service of a cluster of the same name. */
    public void scaleService(String region, String name, int tasks) {
        try (EcsClient ecs = with(EcsClient.builder().httpClient(UrlConnectionHttpClient.create()), region)
                .get()) {
            ecs.updateService(change -> change.cluster(name).service(name).desiredCount(tasks));
        }
    }

    /** How many tasks the service of a cluster of the same name is to have. */
    public int tasksOf(String region, String name) {
        try (EcsClient ecs = with(EcsClient.builder().httpClient(UrlConnectionHttpClient.create()), region)
                .get()) {
            return ecs.describeServices(which -> which.cluster(name).services(name))
                    .services()
                    .get(0)
                    .desiredCount();
        }
    }

    /** Lets the whole world in, on one TCP port. */
    public void openPort(String region, String securityGroup, int port) throws IOException {
        wire.ec2(
                region,
                "AuthorizeSecurityGroupIngress",
                Map.of(
                        "GroupId", groupId(region, securityGroup),
                        "IpPermissions.1.IpProtocol", "tcp",
                        "IpPermissions.1.FromPort", Integer.toString(port),
                        "IpPermissions.1.ToPort", Integer.toString(port),
                        "IpPermissions.1.IpRanges.1.CidrIp", "0.0.0.0/0"));
    }

    /** Gives a role an inline policy that allows everything. */
    public void writeInlinePolicy(String role, String name) {
        try (IamClient iam = iam()) {
            iam.putRolePolicy(policy -> policy.roleName(role).policyName(name).policyDocument(EVERYTHING));
        }
    }

    /** Attaches to a role a new policy of this account that allows everything; moto has none of AWS's own. */
    public void attachPolicy(String role, String name) {
        try (IamClient iam = iam()) {
            String arn = iam.createPolicy(policy -> policy.policyName(name).policyDocument(EVERYTHING))
                    .policy()
                    .arn();
            iam.attachRolePolicy(attachment -> attachment.roleName(role).policyArn(arn));
        }
    }

    public void deleteParameter(String region, String name) throws IOException {
        wire.json("ssm", region, "AmazonSSM.DeleteParameter", "{\"Name\":\"%s\"}".formatted(name));
    }

    /** Sets a parameter of type String or SecureString to a new value. */
    public void writeParameter(String region, String name, String type, String value) throws IOException {
        wire.json("ssm", region, "AmazonSSM.PutParameter", """
                {"Name":"%s","Type":"%s","Value":"%s","Overwrite":true}""".formatted(name, type, value));
    }

    public void provisionReads(String region, String table, int units) throws IOException {
        wire.json("dynamodb", region, "DynamoDB_20120810.UpdateTable", """
                {"TableName":"%s","ProvisionedThroughput":{"ReadCapacityUnits":%d,"WriteCapacityUnits":1}}""".formatted(table, units));
    }

    public void tagTable(String region, String table, String tag, String value) throws IOException {
        wire.json("dynamodb", region, "DynamoDB_20120810.TagResource", """
                {"ResourceArn":"arn:aws:dynamodb:%s:123456789012:table/%s","Tags":[{"Key":"%s","Value":"%s"}]}""".formatted(region, table, tag, value));
    }

    private String groupId(String region, String name) throws IOException {
        Map<String, String> filter = Map.of("Filter.1.Name", "group-name", "Filter.1.Value.1", name);
        Matcher id = Pattern.compile("<groupId>(sg-[0-9a-f]+)</groupId>")
                .matcher(wire.ec2(region, "DescribeSecurityGroups", filter));
        if (!id.find()) {
            throw new IOException("no security group is called " + name);
        }
        return id.group(1);
    }

    private IamClient iam() {
        return with(IamClient.builder().httpClient(UrlConnectionHttpClient.create()), "aws-global")
                .get();
    }

    private <B extends AwsClientBuilder<B, C>, C> Supplier<C> with(B builder, String region) {
        return builder.endpointOverride(endpoint)
                        .region(Region.of(region))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))::build;
    }
}
