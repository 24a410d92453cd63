package dev.drift.terramate.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The functions that expressions may call, by name. Immutable. */
public final class FunctionTable {

    /** What Terramate's functions begin with; a later Terramate may have more of them. */
    private static final String PREFIX = "tm_";

    /** Exist in Terramate; their results depend on time, chance or the machine, or on formats that are not read here. */
    private static final Set<String> NOT_EVALUATED = Set.of(
            "tm_timestamp",
            "tm_timeadd",
            "tm_timecmp",
            "tm_formatdate",
            "tm_uuid",
            "tm_uuidv5",
            "tm_bcrypt",
            "tm_rsadecrypt",
            "tm_pathexpand",
            "tm_templatefile",
            "tm_yamldecode",
            "tm_yamlencode",
            "tm_csvdecode",
            "tm_tomldecode",
            "tm_tomlencode",
            "tm_hclencode",
            "tm_hcldecode",
            "tm_vendor",
            "tm_hcl_expression",
            "tm_version_match",
            "tm_cidrhost",
            "tm_cidrnetmask",
            "tm_cidrsubnet",
            "tm_cidrsubnets",
            "tm_cidrcontains",
            "tm_base64gzip",
            "tm_base64gunzip",
            "tm_textencodebase64",
            "tm_textdecodebase64",
            "tm_log",
            "tm_pow",
            "tm_urldecode",
            "tm_fileset",
            "tm_filebase64",
            "tm_filebase64sha256",
            "tm_filebase64sha512",
            "tm_filemd5",
            "tm_filesha1",
            "tm_filesha256",
            "tm_filesha512",
            "tm_slug",
            "tm_unslug",
            "tm_joinlist",
            "tm_tree");

    private final Map<String, HclFunction> functions;
    private final String prefix;

    /** Of families of functions; one whose name begins with the prefix and that is missing may exist all the same. */
    private FunctionTable(Collection<List<HclFunction>> families, String prefix) {
        Map<String, HclFunction> byName = new HashMap<>();
        families.forEach(family -> family.forEach(function -> byName.put(function.name(), function)));
        this.functions = Map.copyOf(byName);
        this.prefix = prefix;
    }

    /** No function at all. */
    public static FunctionTable none() {
        return new FunctionTable(List.of(), PREFIX);
    }

    /**
     * Terramate's pure {@code tm_} functions.
     *
     * @param baseDirectory what {@code tm_file} and its like take relative names from: the directory of the stack
     */
    public static FunctionTable terramate(Path baseDirectory) {
        return new FunctionTable(families(baseDirectory), PREFIX);
    }

    /**
     * The same functions under the names that Terraform and Terragrunt give them, and some more. None that is missing is known
     * not to exist.
     *
     * @param baseDirectory what relative names are taken from
     * @param more from their names to what they make of their arguments; an {@link IllegalArgumentException} is for arguments
     *     that they make nothing of
     */
    public static FunctionTable terragrunt(Path baseDirectory, Map<String, Function<List<HclValue>, HclValue>> more) {
        List<List<HclFunction>> families = new ArrayList<>();
        families(baseDirectory)
                .forEach(family -> families.add(family.stream()
                        .map(function -> function.named(function.name().substring(PREFIX.length())))
                        .toList()));
        families.add(more.entrySet().stream()
                .map(entry -> HclFunction.atLeast(entry.getKey(), 0, arguments -> applied(entry.getValue(), arguments)))
                .toList());
        return new FunctionTable(families, "");
    }

    private static HclValue applied(Function<List<HclValue>, HclValue> function, Arguments arguments) {
        try {
            return function.apply(arguments.from(0));
        } catch (IllegalArgumentException nothing) {
            throw Refusal.limit(String.valueOf(nothing.getMessage()));
        }
    }

    private static List<List<HclFunction>> families(Path baseDirectory) {
        return List.of(
                TextFunctions.all(),
                FormatFunctions.all(),
                RegexFunctions.all(),
                ListFunctions.all(),
                SearchFunctions.all(),
                MapFunctions.all(),
                SetFunctions.all(),
                NumberFunctions.all(),
                ConversionFunctions.all(),
                EncodingFunctions.all(),
                FileFunctions.below(baseDirectory));
    }

    /** Throws a {@link Refusal} if there is none of that name, or none that is evaluated here. */
    HclFunction named(String name) {
        HclFunction function = functions.get(name);
        if (function != null) {
            return function;
        }
        if (NOT_EVALUATED.contains(name)) {
            throw Refusal.limit(name + " is not evaluated here");
        }
        String unknown = "there is no function named " + name;
        throw name.startsWith(prefix) ? Refusal.limit(unknown) : new Refusal(unknown);
    }
}
