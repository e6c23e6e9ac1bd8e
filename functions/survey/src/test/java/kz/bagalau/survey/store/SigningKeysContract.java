package kz.bagalau.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.survey.blind.PublicKey;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.EnrolledShare;
import kz.bagalau.survey.surveys.Survey;
import org.junit.jupiter.api.Test;

/// What every store of signing keys does.
abstract class SigningKeysContract {

    private static final SigningKeys.Pair ONE =
            new SigningKeys.Pair(SigningKey.generate(), SigningKey.generate());
    private static final SigningKeys.Pair OTHER =
            new SigningKeys.Pair(SigningKey.generate(), SigningKey.generate());
    private static final Survey SURVEY = survey("s1", "fingerprint");

    /// An empty store.
    abstract SigningKeys keys();

    @Test
    void aKeyIsFoundByItsGroup_underTheFingerprintItWasPutWith() {
        SigningKeys keys = keys();
        keys.put(SURVEY, Map.of("min-digital", ONE, "pool", OTHER));
        keys.put(survey("s1", "another"), Map.of("min-digital", OTHER));

        assertThat(found(keys, SURVEY, "min-digital")).contains(login(ONE));
        assertThat(found(keys, SURVEY, "pool")).contains(login(OTHER));
        assertThat(found(keys, SURVEY, "akimat")).isEmpty();
        assertThat(found(keys, survey("s2", "fingerprint"), "pool")).isEmpty();
    }

    @Test
    void aGroupHasAKeyForSlipsBesideTheOneForLogins_andBothAreDeleted() {
        SigningKeys keys = keys();
        keys.put(SURVEY, Map.of("min-digital", ONE));

        assertThat(keys.find(SURVEY, "min-digital", Channel.SLIP).map(SigningKey::publicKey))
                .contains(ONE.slip().publicKey());
        assertThat(ONE.slip().publicKey()).isNotEqualTo(ONE.login().publicKey());
        keys.delete(SURVEY, List.of("min-digital"));
        assertThat(keys.find(SURVEY, "min-digital", Channel.SLIP)).isEmpty();
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
        assertThat(found(keys, SURVEY, "min-digital")).contains(login(ONE));
    }

    private static Optional<PublicKey> found(SigningKeys keys, Survey survey, String group) {
        return keys.find(survey, group, Channel.LOGIN).map(SigningKey::publicKey);
    }

    private static PublicKey login(SigningKeys.Pair pair) {
        return pair.login().publicKey();
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
                EnrolledShare.DEFAULT,
                fingerprint,
                Survey.State.OPEN,
                Optional.empty(),
                false);
    }
}
