package dev.drift.terramate.cloud;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.deployment.DeploymentCalls;
import dev.drift.terramate.cloud.drift.DriftCalls;
import dev.drift.terramate.cloud.message.Endpoint;
import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.preview.PreviewCalls;
import dev.drift.terramate.cloud.stack.StackCalls;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import dev.drift.terramate.cloud.wire.CloudRequest;
import dev.drift.terramate.cloud.wire.Credential;
import dev.drift.terramate.cloud.wire.Wire;
import dev.drift.terramate.project.RequiredVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * An organisation of Terramate Cloud, found and open. Safe for use by several threads; every call blocks the one that makes
 * it.
 */
public final class TerramateCloud implements AutoCloseable {

    private final Wire wire;
    private final Membership membership;
    private final CloudSettings settings;

    private TerramateCloud(Wire wire, Membership membership, CloudSettings settings) {
        this.wire = wire;
        this.membership = membership;
        this.settings = settings;
    }

    /**
     * Finds the organisation: two requests, one of which may fail.
     *
     * @throws CloudException if Terramate Cloud does not answer, knows nobody by the credential, or is no longer for clients
     *     like this one
     */
    public static TerramateCloud connect(CloudSettings settings) throws CloudException {
        requireNonNull(settings, "settings is null");
        Wire wire = Wire.to(settings.address().base(), settings.credential(), settings.wire());
        try {
            requireWelcome(wire.as(Credential.ANONYMOUS), settings.version());
            List<Membership> memberships = new ArrayList<>();
            for (FieldReader fields : FieldReader.listed(wire.ask(CloudRequest.get("v1", "memberships")))) {
                memberships.add(Membership.read(fields));
            }
            return new TerramateCloud(wire, Membership.chosen(memberships, settings.organization()), settings);
        } catch (CloudException | RuntimeException failed) {
            wire.close();
            throw failed;
        }
    }

    /** The name of the organisation. */
    public String organization() {
        return membership.name();
    }

    /** The UUID of the organisation. */
    public String organizationUuid() {
        return membership.uuid();
    }

    /** The host that is asked. */
    public String host() {
        return String.valueOf(settings.address().base().getAuthority());
    }

    /** Drift runs. */
    public DriftCalls drifts() {
        return new DriftCalls(endpoint());
    }

    /** Previews. */
    public PreviewCalls previews() {
        return new PreviewCalls(endpoint());
    }

    /** Deployments. */
    public DeploymentCalls deployments() {
        return new DeploymentCalls(endpoint());
    }

    /** Stacks. */
    public StackCalls stacks() {
        return new StackCalls(endpoint());
    }

    /** Lets go of the connections. */
    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return "Terramate Cloud, organisation " + membership.name();
    }

    private Endpoint endpoint() {
        return new Endpoint(wire, membership.uuid(), settings.pageSize());
    }

    /** Terramate Cloud names the versions of the vendor's command that it serves; silence is consent. */
    private static void requireWelcome(Wire anonymous, String version) throws CloudException {
        String required;
        try {
            required = new FieldReader(anonymous.ask(CloudRequest.get(".well-known", "cli.json")))
                    .text("required_version")
                    .orElse("");
        } catch (CloudException silent) {
            return;
        }
        if (!accepts(required, version)) {
            throw new CloudException(
                    CloudFault.UNSUPPORTED,
                    "Terramate Cloud requires version " + required + ", but what is spoken here is " + version);
        }
    }

    private static boolean accepts(String required, String version) {
        try {
            return required.isEmpty() || RequiredVersion.parse(required).accepts(version);
        } catch (IllegalArgumentException notUnderstood) {
            return true;
        }
    }
}
