package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudRequest;
import dev.drift.terramate.cloud.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/**
 * One organisation of Terramate Cloud.
 *
 * @param wire to Terramate Cloud, in the name of somebody who belongs to the organisation
 * @param organization the organisation's UUID
 * @param pageSize how many items of a list are asked for at once
 */
public record Endpoint(Wire wire, String organization, int pageSize) {

    private static final int MOST_PAGES = 1000;

    public Endpoint {
        requireNonNull(wire, "wire is null");
        if (organization.isBlank() || pageSize < 1) {
            throw new IllegalArgumentException("An organisation has a UUID, and a page at least one item");
        }
    }

    /**
     * All items of a list that comes in pages.
     *
     * @param request asks for the list
     * @param name the field of the answer that holds the items
     * @throws CloudException if a page does not come
     */
    public List<FieldReader> all(CloudRequest request, String name) throws CloudException {
        List<FieldReader> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            List<FieldReader> items = page(request, name, page, pageSize);
            all.addAll(items);
            if (items.size() < pageSize) {
                break;
            }
        }
        return all;
    }

    /** The items of one page, counted from 1. */
    public List<FieldReader> page(CloudRequest request, String name, int page, int size) throws CloudException {
        CloudRequest asked = request.with("page", Integer.toString(page)).with("per_page", Integer.toString(size));
        return new FieldReader(wire.ask(asked)).list(name);
    }
}
