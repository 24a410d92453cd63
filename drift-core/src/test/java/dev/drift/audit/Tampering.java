package dev.drift.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes one thing about a trail, anywhere. */
record Tampering(Random random, Map<String, byte[]> files) {

    /** Does it, and says what. */
    String once() {
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] content = files.get(name);
        int at = random.nextInt(content.length);
        return switch (random.nextInt(9)) {
            case 0 -> {
                byte[] changed = content.clone();
                changed[at] = (byte) random.nextInt(256);
                files.put(name, changed);
                yield "byte " + at + " of " + name;
            }
            case 1 -> {
                files.put(
                        name, joined(Arrays.copyOf(content, at), Arrays.copyOfRange(content, at + 1, content.length)));
                yield "byte " + at + " of " + name + " removed";
            }
            case 2 -> {
                byte[] more = {(byte) (random.nextBoolean() ? ' ' + random.nextInt(95) : '\n')};
                files.put(
                        name,
                        joined(Arrays.copyOf(content, at), more, Arrays.copyOfRange(content, at, content.length)));
                yield "byte put into " + name + " at " + at;
            }
            case 3 -> {
                files.remove(name);
                yield name + " removed";
            }
            case 4 -> {
                files.put(name, Arrays.copyOf(content, at));
                yield name + " cut at " + at;
            }
            default -> lines(name);
        };
    }

    private String lines(String name) {
        List<String> lines =
                new ArrayList<>(new String(files.get(name), UTF_8).lines().toList());
        int line = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        String done;
        switch (random.nextInt(4)) {
            case 0 -> {
                lines.remove(line);
                done = "line " + line + " removed";
            }
            case 1 -> {
                lines.add(other, lines.get(line));
                done = "line " + line + " doubled at " + other;
            }
            case 2 -> {
                lines.add(other, lines.remove(line));
                done = "line " + line + " moved to " + other;
            }
            default -> {
                String swapped = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
                byte[] content = files.get(name);
                files.put(name, files.get(swapped));
                files.put(swapped, content);
                return name + " swapped with " + swapped;
            }
        }
        files.put(
                name,
                lines.stream()
                        .map(each -> each + "\n")
                        .reduce("", String::concat)
                        .getBytes(UTF_8));
        return done + " in " + name;
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
