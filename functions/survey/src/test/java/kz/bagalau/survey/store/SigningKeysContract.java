package kz.bagalau.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.survey.SigningKeys;
import kz.bagalau.survey.Survey;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.blind.SigningKey;
import org.junit.jupiter.api.Test;

/// What every store of signing keys does.
abstract class SigningKeysContract {

    private static final SigningKey ONE = SigningKey.generate();
    private static final SigningKey OTHER = SigningKey.generate();
    private static final Survey SURVEY = survey("s1", "fingerprint");

    /// An empty store.
    abstract SigningKeys keys();

    @Test
    void aKeyIsFoundByItsGroup_underTheFingerprintItWasPutWith() {
        SigningKeys keys = keys();
        keys.put(SURVEY, Map.of("min-digital", ONE, "pool", OTHER));
        keys.put(survey("s1", "another"), Map.of("min-digital", OTHER));

        assertThat(found(keys, SURVEY, "min-digital")).contains(ONE.publicKey());
        assertThat(found(keys, SURVEY, "pool")).contains(OTHER.publicKey());
        assertThat(found(keys, SURVEY, "akimat")).isEmpty();
        assertThat(found(keys, survey("s2", "fingerprint"), "pool")).isEmpty();
    }

    @Test
    void aDeletedKeyIsGone_andDeletingAgainIsNoError() {
        SigningKeys keys = keys();
        keys.put(SURVEY, Map.of("min-digital", ONE, "pool", OTHER));

        keys.delete(SURVEY, List.of("min-digital"));
        keys.delete(SURVEY, List.of("min-digital", "akimat"));

        assertThat(found(keys, SURVEY, "min-digital")).isEmpty();
        assertThat(found(keys, SURVEY, "pool")).isPresent();
    }

    @Test
    void discardedKeysAreGone_andThoseOfAnotherFingerprintStay() {
        SigningKeys keys = keys();
        keys.put(SURVEY, Map.of("min-digital", ONE));
        keys.put(survey("s1", "another"), Map.of("min-digital", OTHER));

        keys.discard(survey("s1", "another"), Set.of("min-digital"));

        assertThat(found(keys, survey("s1", "another"), "min-digital")).isEmpty();
        assertThat(found(keys, SURVEY, "min-digital")).contains(ONE.publicKey());
    }

    private static Optional<PublicKey> found(SigningKeys keys, Survey survey, String group) {
        return keys.find(survey, group).map(SigningKey::publicKey);
    }

    private static Survey survey(String id, String fingerprint) {
        return new Survey(
                id,
                2025,
                "appendix-9",
                Set.of(),
                Set.of("min-digital"),
                Instant.parse("2025-11-03T04:00:00Z"),
                Instant.parse("2025-11-14T13:00:00Z"),
                5,
                10,
                fingerprint,
                Survey.State.OPEN,
                Optional.empty(),
                false);
    }
}
