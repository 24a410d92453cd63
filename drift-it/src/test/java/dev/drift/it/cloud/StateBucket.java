package dev.drift.it.cloud;

import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket that keeps the state of every stack. */
public final class StateBucket implements AutoCloseable {

    private final S3Client s3;
    private final String name;

    private StateBucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    /** Creates the bucket, its versions kept: whatever is written to it is seen, also if it is deleted again. */
    public static StateBucket create(URI endpoint, String name) {
        S3Client s3 = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
        s3.createBucket(bucket ->
                bucket.bucket(name).createBucketConfiguration(place -> place.locationConstraint("eu-central-1")));
        s3.putBucketVersioning(bucket -> bucket.bucket(name).versioningConfiguration(state -> state.status("Enabled")));
        return new StateBucket(s3, name);
    }

    /** Every version of every object with its ETag, and every delete marker: equal before and after means untouched. */
    public SortedMap<String, String> everythingEverWritten() {
        SortedMap<String, String> seen = new TreeMap<>();
        var versions = s3.listObjectVersionsPaginator(bucket -> bucket.bucket(name));
        versions.versions().forEach(version -> seen.put(version.key() + " " + version.versionId(), version.eTag()));
        versions.deleteMarkers().forEach(marker -> seen.put(marker.key() + " " + marker.versionId(), "deleted"));
        return seen;
    }

    @Override
    public void close() {
        s3.close();
    }
}
