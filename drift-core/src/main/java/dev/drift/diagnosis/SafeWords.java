package dev.drift.diagnosis;

import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.KnownSecrets;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said of a stack besides values, without copies of its secrets: in an address only keys can be copies, since the names
 * of objects are those of the code; a tool's reason may repeat anything.
 */
record SafeWords(KnownSecrets secrets) {

    private static final Pattern KEY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The same findings, under addresses that may be shown. */
    List<ResourceFinding> of(List<ResourceFinding> findings) {
        return findings.stream()
                .map(finding -> new ResourceFinding(
                        of(finding.address()), finding.action(), finding.severity(), finding.fields()))
                .toList();
    }

    Coverage of(Coverage coverage) {
        List<Gap> gaps = coverage.gaps().stream()
                .map(gap -> new Gap(
                        gap.phase(),
                        secrets.hiddenIn(gap.reason()),
                        gap.address().map(this::of)))
                .toList();
        return new Coverage(coverage.resources(), coverage.compared(), gaps);
    }

    ResourceAddress of(ResourceAddress address) {
        return new ResourceAddress(keysOf(address.text()), address.type(), address.deposed());
    }

    SideEffect of(SideEffect effect) {
        return new SideEffect(
                effect.kind(), keysOf(effect.address()), effect.origin().map(this::keysOf));
    }

    private String keysOf(String address) {
        return KEY.matcher(address).replaceAll(key -> Matcher.quoteReplacement(shown(key.group(1))));
    }

    private String shown(String key) {
        String plain = key.replace("\\\"", "\"").replace("\\\\", "\\");
        return "\"" + (secrets.areIn(plain) ? Secrets.HIDDEN : key) + "\"";
    }
}
