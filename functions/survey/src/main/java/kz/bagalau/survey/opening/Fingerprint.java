package kz.bagalau.survey.opening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.bagalau.lambda.codes.Sha256;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.surveys.Constituency;
import kz.bagalau.survey.surveys.EnrolledShare;

/// One value for the keys of all groups and for the settings that protect respondents: printed on
/// every slip, named in the opening order and in every link, and recomputed by the page, so that
/// nobody can be given a key, a headcount or a setting of their own.
///
/// It is base64url, without padding, of the SHA-256 of these lines in UTF-8, joined by a line feed
/// with none at the end:
///
/// ```
/// survey <id>
/// minimumGroup <k>
/// minimumTexts <number>
/// enrolledShare <as GET /surveys/{survey} shows it>
/// body <body> <group> <headcount>     for every body, in the order of ids
/// login <group> <key hash>            for every group, in the order of ids
/// slip <group> <key hash>             for every group, in the order of ids
/// ```
///
/// A key hash is base64url, without padding, of the SHA-256 of the 256 bytes of the modulus and the
/// three bytes 01 00 01 of the exponent. Ids hold `a-z 0-9 -` only, so their order is the same in
/// every language.
public final class Fingerprint {

    private Fingerprint() {}

    public static String of(
            String survey,
            int minimumGroup,
            int minimumTexts,
            EnrolledShare share,
            Collection<Constituency> parts) {
        return Sha256.base64(canonical(survey, minimumGroup, minimumTexts, share, parts));
    }

    static String canonical(
            String survey,
            int minimumGroup,
            int minimumTexts,
            EnrolledShare share,
            Collection<Constituency> parts) {
        List<String> lines = new ArrayList<>();
        lines.add("survey " + survey);
        lines.add("minimumGroup " + minimumGroup);
        lines.add("minimumTexts " + minimumTexts);
        lines.add("enrolledShare " + share.text());
        SortedMap<String, PublicKey> login = new TreeMap<>();
        SortedMap<String, PublicKey> slip = new TreeMap<>();
        parts.stream()
                .sorted(Comparator.comparing(Constituency::body))
                .forEach(part -> {
                    lines.add(
                            "body %s %s %d".formatted(part.body(), part.group(), part.headcount()));
                    login.put(part.group(), part.key());
                    part.slipKey().ifPresent(key -> slip.put(part.group(), key));
                });
        login.forEach((group, key) -> lines.add("login " + group + " " + key.hash()));
        slip.forEach((group, key) -> lines.add("slip " + group + " " + key.hash()));
        return String.join("\n", lines);
    }
}
