package dev.drift.aws.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.aws.call.CallException;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAN | operation error ECS: DescribeServices, api error ThrottlingException: Rate exceeded | THROTTLED",
                "PLAN | operation error EC2: DescribeVpcs, api error RequestLimitExceeded: slow | THROTTLED",
                "PLAN | operation error STS: GetCallerIdentity, StatusCode: 403, api error InvalidClientTokenId | DENIED",
                "PLAN | operation error ECS: x, api error ExpiredTokenException: it expired | DENIED",
                "PLAN | Error: No valid credential sources found: no AWS credentials | DENIED",
                "INIT | operation error S3: ListObjectsV2, StatusCode: 403, api error AccessDenied: Access Denied | DENIED",
                "STATE | Error refreshing state: operation error S3: GetObject, StatusCode: 403 | DENIED",
                "PLAN | Post https://ecs.eu-central-1.amazonaws.com/: dial tcp: lookup: no such host | UNREACHABLE",
                "PLAN | operation error SSM: GetParameter, dial tcp 10.0.0.1:443: i/o timeout | UNREACHABLE"
            })
    void wordsOfAwsTellOfTheAccount(ProbePhase phase, String reason, Trouble trouble) {
        assertThat(Trouble.in(new ProbeException(phase, reason))).contains(trouble);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAN | operation error KMS: DescribeKey, StatusCode: 403, api error AccessDeniedException: not authorized",
                "PLAN | Error: Unsupported argument (main.tf:3)",
                "INIT | Failed to query available provider packages: lookup registry.terraform.io: no such host",
                "PLAN | Get http://localhost/api/v1/namespaces: dial tcp 127.0.0.1:80: connect: connection refused",
                "PLAN | operation error ECS: DescribeServices, api error InternalFailure: oh",
                "TIMEOUT | operation error SSM: GetParameter, dial tcp 10.0.0.1:443: i/o timeout",
                "CANCELLED | operation error ECS: DescribeServices, api error ThrottlingException: Rate exceeded",
                "LOCK | the state is locked by somebody"
            })
    void whatIsTroubleOfOneStackTellsNothingOfIt(ProbePhase phase, String reason) {
        assertThat(Trouble.in(new ProbeException(phase, reason))).isEmpty();
    }

    @Test
    void ourOwnCallsSayItByTheirKind() {
        assertThat(Trouble.in(failed(CallException.Kind.DENIED))).contains(Trouble.DENIED);
        assertThat(Trouble.in(failed(CallException.Kind.THROTTLED))).contains(Trouble.THROTTLED);
        assertThat(Trouble.in(failed(CallException.Kind.UNREACHABLE))).contains(Trouble.UNREACHABLE);
        assertThat(Trouble.in(failed(CallException.Kind.MISSING))).isEmpty();
        assertThat(Trouble.in(failed(CallException.Kind.BROKEN))).isEmpty();
    }

    private static ProbeException failed(CallException.Kind kind) {
        CallException call = new CallException(kind, "assuming a role failed");
        return new ProbeException(
                ProbePhase.INIT, call.reason(), new ProbeException(ProbePhase.INIT, "once more", call));
    }
}
