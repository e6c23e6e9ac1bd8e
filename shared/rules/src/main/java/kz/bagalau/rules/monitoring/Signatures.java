package kz.bagalau.rules.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The signatures of the officials of a visit under an act (121 ¶14).
///
/// @param officials all who have to sign
/// @param signed by official, the digest of what was signed
// DOUBT: what counts as the officials' signature is silent (W-31), read as each official logged in,
// over the SHA-256 of the printed act, because it says who signed what.
public record Signatures(Set<String> officials, Map<String, String> signed) {

    /// What became of another signature.
    public sealed interface Result {}

    /// It stands. The last one makes the act signed.
    public record Signed(Signatures signatures) implements Result {}

    /// The official had signed the same before.
    public record Again() implements Result {}

    /// Not an official of the visit.
    public record NotOfficial() implements Result {}

    /// Another text than the one that stands.
    public record OtherText(String digest) implements Result {}

    public Signatures {
        officials = Set.copyOf(officials);
        signed = Map.copyOf(signed);
        if (officials.isEmpty()) {
            throw new IllegalArgumentException("a visit has officials");
        }
    }

    /// @param digest what the official signs
    /// @param standing the digest of the act as it is
    public Result by(String official, String digest, String standing) {
        if (!officials.contains(official)) {
            return new NotOfficial();
        }
        if (!digest.equals(standing)) {
            return new OtherText(standing);
        }
        if (digest.equals(signed.get(official))) {
            return new Again();
        }
        Map<String, String> more = new TreeMap<>(signed);
        more.put(official, digest);
        return new Signed(new Signatures(officials, more));
    }

    /// Who has not signed this text yet.
    public Set<String> due(String standing) {
        Set<String> due = new TreeSet<>(officials);
        due.removeIf(official -> standing.equals(signed.get(official)));
        return due;
    }

    public boolean complete(String standing) {
        return due(standing).isEmpty();
    }
}
