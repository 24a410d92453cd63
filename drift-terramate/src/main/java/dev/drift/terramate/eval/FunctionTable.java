package dev.drift.terramate.eval;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private FunctionTable(Collection<List<HclFunction>> families) {
        Map<String, HclFunction> byName = new HashMap<>();
        families.forEach(family -> family.forEach(function -> byName.put(function.name(), function)));
        this.functions = Map.copyOf(byName);
    }

    /** No function at all. */
    public static FunctionTable none() {
        return new FunctionTable(List.of());
    }

    /**
     * Terramate's pure {@code tm_} functions.
     *
     * @param baseDirectory what {@code tm_file} and its like take relative names from: the directory of the stack
     */
    public static FunctionTable terramate(Path baseDirectory) {
        return new FunctionTable(List.of(
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
                FileFunctions.below(baseDirectory)));
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
        throw name.startsWith(PREFIX) ? Refusal.limit(unknown) : new Refusal(unknown);
    }
}
