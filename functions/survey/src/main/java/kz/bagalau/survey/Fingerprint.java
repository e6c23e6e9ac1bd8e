package kz.bagalau.survey;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.bagalau.lambda.Sha256;
import kz.bagalau.survey.blind.PublicKey;

/// One value for the keys of all groups: printed on every slip, named in the opening order and in
/// every link, and recomputed by the page, so that nobody can be given a key of their own.
final class Fingerprint {

    private Fingerprint() {}

    /// base64url of the SHA-256 of the lines `<group> <key hash>`, sorted by group.
    static String of(Map<String, PublicKey> keys) {
        return Sha256.base64(
                new TreeMap<>(keys)
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue().hash())
                                .collect(Collectors.joining("\n")));
    }
}
