package kz.bagalau.survey;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.survey.blind.SigningKey;

/// The private keys of open surveys, apart from everything else.
public interface SigningKeys {

    /// Stores a key a group. They stay unused unless a survey with this fingerprint is opened.
    void put(Survey survey, Map<String, SigningKey> keys);

    /// Destroys keys that were put for a survey which was then not opened with them.
    void discard(Survey survey, Collection<String> groups);

    Optional<SigningKey> find(Survey survey, String group);

    /// Deletes the keys of these groups; those already gone stay gone.
    void delete(Survey survey, Collection<String> groups);
}
