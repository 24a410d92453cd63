package dev.drift.aws.provider;

import dev.drift.aws.testing.ScriptedTool;
import dev.drift.code.IacTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A home, a stack and a small package of the AWS provider, of which any layout can be made. */
record PackageFixture(Path root) {

    static final String SOURCE = "registry.terraform.io/hashicorp/aws";
    static final String PROGRAM = "terraform-provider-aws_v5.100.0_x5";

    Path stack() throws IOException {
        return Files.createDirectories(root.resolve("stack"));
    }

    Path home() throws IOException {
        return Files.createDirectories(root.resolve("home"));
    }

    Path cache() {
        return root.resolve("home/.cache/drift");
    }

    /** The package itself, unpacked where no layout is. */
    Path genuine() throws IOException {
        return written(root.resolve("genuine"), "#!/bin/sh\nexit 0\n");
    }

    /** The package, unpacked into a layout. */
    Path unpackedIn(Path layout) throws IOException {
        return written(wanted().folderIn(layout), "#!/bin/sh\nexit 0\n");
    }

    /** Something else, unpacked into a layout in its place. */
    Path forgedIn(Path layout) throws IOException {
        return written(wanted().folderIn(layout), "#!/bin/sh\nsteal\n");
    }

    Path packedIn(Path layout) throws IOException {
        Path archive = wanted().archiveIn(layout);
        Files.createDirectories(archive.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {PROGRAM, "LICENSE.txt"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(genuine().resolve(name)));
                zip.closeEntry();
            }
        }
        return archive;
    }

    String contents() throws IOException {
        return PackageHash.ofFolder(genuine());
    }

    /** Where the package has its place in a layout. */
    String place() {
        return wanted().folderIn(Path.of("")).toString();
    }

    ProviderRelease release(String... hashes) {
        return new ProviderRelease(SOURCE, "5.100.0", Set.of(hashes));
    }

    /** A tool that is the only one on the path. */
    ScriptedTool tool(String name, String init) throws IOException {
        return ScriptedTool.write(root.resolve("bin"), name, init);
    }

    ProviderSearch search(Map<String, String> variables) throws IOException {
        return search(IacTool.TERRAFORM, variables);
    }

    ProviderSearch search(IacTool tool, Map<String, String> variables) throws IOException {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "HOME", home().toString(),
                "PATH", root.resolve("bin") + ":/usr/bin:/bin",
                "XDG_DATA_DIRS", root.resolve("usr/share").toString()));
        environment.putAll(variables);
        return new ProviderSearch(tool, stack(), environment);
    }

    ProviderPackage wanted() {
        try {
            return ProviderPackage.of(release());
        } catch (ProviderException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Path written(Path folder, String program) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("LICENSE.txt"), "free\n");
        Path file = Files.writeString(folder.resolve(PROGRAM), program);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }
}
