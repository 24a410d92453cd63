package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes plan files, field by field. */
public final class PlanParts {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static PlanParts message() {
        return new PlanParts();
    }

    /** A plan of Terraform in which nothing moved: two objects, one output. */
    public static PlanParts unmoved() {
        return message()
                .number(1, 3)
                .number(26, 1)
                .text(14, "1.11.4")
                .message(3, object("aws_sqs_queue.one"))
                .message(3, object("module.inner[\"a\"].aws_sqs_queue.two"))
                .message(4, message().text(1, "url").message(2, message().message(2, message())))
                .message(19, message().number(1, 1))
                .text(21, "2026-11-23T08:00:00Z");
    }

    static PlanParts object(String address) {
        return object(address, message().message(2, message().text(1, "value")));
    }

    static PlanParts object(String address, PlanParts change) {
        return message()
                .text(13, address)
                .text(14, address)
                .text(8, "provider[\"registry.terraform.io/hashicorp/aws\"]")
                .message(9, change);
    }

    PlanParts number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    public PlanParts text(int field, String text) {
        return bytes(field, text.getBytes(UTF_8));
    }

    PlanParts message(int field, PlanParts inner) {
        return bytes(field, inner.toBytes());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** A plan file with a state of as many objects, and one data source that does not count. */
    public Path in(Path file, int objects) throws IOException {
        return write(file, toBytes(), state(objects));
    }

    static Path write(Path file, byte[] plan, String state) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("tfplan"));
            zip.write(plan);
            zip.putNextEntry(new ZipEntry("tfstate"));
            zip.write(state.getBytes(UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    static String state(int objects) {
        return """
                {"version":4,"serial":1,"resources":[
                {"mode":"data","type":"aws_region","name":"here","instances":[{"attributes":{}}]},
                {"mode":"managed","type":"aws_sqs_queue","name":"one","instances":[%s]}]}
                """.formatted(
                        String.join(",", java.util.Collections.nCopies(objects, "{\"attributes\":{\"id\":\"a\"}}")));
    }

    private PlanParts bytes(int field, byte[] content) {
        varint(((long) field << 3) | 2);
        varint(content.length);
        bytes.writeBytes(content);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
