package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

/** A wish in an environment, made at a place. Stacks with equal claims share their credentials. */
record Claim(Wish wish, AwsVariables variables, Place place) {

    Claim {
        requireNonNull(wish, "wish is null");
        requireNonNull(variables, "variables is null");
        requireNonNull(place, "place is null");
    }
}
