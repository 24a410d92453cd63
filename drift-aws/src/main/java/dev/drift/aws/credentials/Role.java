package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A role to assume. What no role can be called is an {@link InvalidConfigException} with everything that is wrong with it.
 *
 * @param partition the part of AWS it lives in, such as {@code aws}; empty for the one of whoever assumes it
 * @param account the account it lives in; empty for the one of whoever assumes it
 * @param name its name, after its path if it has one: {@code drift-reader}, {@code readers/drift-reader}
 */
public record Role(Optional<String> partition, Optional<Account> account, String name) {

    private static final String ARN = "arn:";
    private static final String RESOURCE = "role/";
    private static final int PARTS = 6;
    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*");
    private static final Pattern NAME = Pattern.compile("([\\w+=,.@-]{1,128}/){0,8}[\\w+=,.@-]{1,64}");

    public Role {
        requireNonNull(account, "account is null");
        Problems problems = new Problems();
        partition.ifPresent(part -> checkPartition(part, problems));
        checkName(name, problems);
        problems.throwIfAny();
    }

    /** The role of this name in the account of whoever assumes it. */
    public static Role named(String name) {
        return new Role(Optional.empty(), Optional.empty(), name);
    }

    /** The role that the text writes: an ARN, such as {@code arn:aws:iam::111111111111:role/drift-reader}, or a name. */
    public static Role of(String text) {
        return text.startsWith(ARN) ? ofArn(text) : named(text);
    }

    /** The role of the same name in this account. */
    public Role in(Account other) {
        return new Role(partition, Optional.of(other), name);
    }

    /** Its full name, where whoever assumes it is in this partition and account. */
    String arn(String ownPartition, Account ownAccount) {
        return ARN + partition.orElse(ownPartition) + ":iam::" + account.orElse(ownAccount) + ":" + RESOURCE + name;
    }

    /** Its name without its path. */
    String lastName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Role ofArn(String text) {
        String[] parts = text.split(":", PARTS);
        if (parts.length < PARTS) {
            throw InvalidConfigException.of(
                    Problem.of("Role must be arn:aws:iam::ACCOUNT:role/NAME or a name: \"" + text + "\""));
        }
        String resource = parts[PARTS - 1];
        Problems problems = new Problems();
        checkPartition(parts[1], problems);
        if (!parts[2].equals("iam") || !parts[3].isEmpty() || !resource.startsWith(RESOURCE)) {
            problems.add(Problem.of("Role ARN is that of something else: \"" + text + "\""));
        } else {
            checkName(resource.substring(RESOURCE.length()), problems);
        }
        Account.complaint(parts[4]).ifPresent(problems::add);
        problems.throwIfAny();
        return new Role(
                Optional.of(parts[1]), Optional.of(Account.of(parts[4])), resource.substring(RESOURCE.length()));
    }

    private static void checkPartition(String partition, Problems problems) {
        if (!PARTITION.matcher(partition).matches()) {
            problems.add(Problem.of("Role is in no partition of AWS: \"" + partition + "\""));
        }
    }

    private static void checkName(String name, Problems problems) {
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("Role name must be 1 to 64 letters, digits and _+=,.@-: \"" + name + "\""));
        }
    }
}
