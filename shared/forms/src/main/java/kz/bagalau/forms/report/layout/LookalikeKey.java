package kz.bagalau.forms.report.layout;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What is left of a heading or code when everything is taken away in which two spellings of it may
/// differ: case, spaces, punctuation, Latin letters that look like Cyrillic ones, and Kazakh
/// letters that a keyboard or a scan did not have.
public final class LookalikeKey {

    // Letters are compared in lower case, but look alike in upper case too: H and Н, B and В.
    private static final String FROM = "abcehikmoptxyәғқңөұүіһёй";
    private static final String TO = "авсеникмортхуагкноууинеи";

    private static final int[] ALIKE = new int[0x500];

    static {
        for (int c = 0; c < ALIKE.length; c++) {
            ALIKE[c] = Character.isLetterOrDigit(c) ? c : 0;
        }
        for (int i = 0; i < FROM.length(); i++) {
            ALIKE[FROM.charAt(i)] = TO.charAt(i);
        }
    }

    private LookalikeKey() {}

    public static String of(String text) {
        StringBuilder key = new StringBuilder(text.length());
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c < ALIKE.length && ALIKE[c] != 0) {
                key.append((char) ALIKE[c]);
            }
        }
        return key.toString();
    }

    /// How alike two keys are, from 0 to 1: the share of pairs of neighbouring letters that both
    /// have (Dice's coefficient). A letter misread by a scan costs two pairs.
    public static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        if (shorter < 4 || shorter * 3 < longer * 2) {
            return 0;
        }
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 1 < one.length(); i++) {
            pairs.merge(pair(one, i), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 0; i + 1 < other.length(); i++) {
            int left = pairs.getOrDefault(pair(other, i), 0);
            if (left > 0) {
                common++;
                pairs.put(pair(other, i), left - 1);
            }
        }
        return 2.0 * common / (one.length() + other.length() - 2);
    }

    private static int pair(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1);
    }
}
