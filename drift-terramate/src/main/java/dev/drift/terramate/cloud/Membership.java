package dev.drift.terramate.cloud;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * That whoever asks belongs to an organisation.
 *
 * @param name the name of the organisation
 * @param uuid its UUID
 * @param status how whoever asks stands there
 */
record Membership(String name, String uuid, String status) {

    private static final Set<String> ADMITTED = Set.of("active", "trusted");

    Membership {
        requireNonNull(name, "name is null");
        requireNonNull(uuid, "uuid is null");
        requireNonNull(status, "status is null");
    }

    static Membership read(FieldReader fields) throws CloudException {
        return new Membership(
                fields.required("org_name"),
                fields.required("org_uuid"),
                fields.text("status").orElse(""));
    }

    /** The one that is meant: by its name in any case of its letters, or the only one. */
    static Membership chosen(List<Membership> all, Optional<String> name) throws CloudException {
        List<Membership> meant = all.stream()
                .filter(each -> name.isEmpty() || each.name.equalsIgnoreCase(name.get()))
                .toList();
        if (meant.isEmpty()) {
            throw refused(name.map(wanted -> "does not know whoever asks as a member of \"" + wanted + "\"")
                    .orElse("knows whoever asks as a member of no organisation"));
        }
        List<Membership> admitted =
                meant.stream().filter(each -> ADMITTED.contains(each.status)).toList();
        if (admitted.isEmpty()) {
            throw refused("does not admit whoever asks to " + meant.get(0).name + ": the membership is "
                    + meant.get(0).status);
        }
        if (admitted.size() > 1) {
            throw refused("knows several organisations, and TM_CLOUD_ORGANIZATION names none of them: "
                    + admitted.stream().map(Membership::name).sorted().collect(Collectors.joining(", ")));
        }
        return admitted.get(0);
    }

    private static CloudException refused(String what) {
        return new CloudException(CloudFault.FORBIDDEN, "Terramate Cloud " + what);
    }
}
