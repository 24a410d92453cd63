package dev.drift.terramate.eval;

import java.util.Comparator;

/** The order of texts by code points, which is also that of their UTF-8 bytes. */
enum CodePointOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean bothPlain = !Character.isSurrogate(l) && !Character.isSurrogate(r);
                return bothPlain || (Character.isSurrogate(l) && Character.isSurrogate(r))
                        ? Character.compare(l, r)
                        : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
