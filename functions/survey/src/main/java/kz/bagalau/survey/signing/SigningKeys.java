package kz.bagalau.survey.signing;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Survey;

/// The private keys of open surveys, apart from everything else.
public interface SigningKeys {

    /// The two keys of a group.
    record Pair(SigningKey login, SigningKey slip) {

        public SigningKey of(Channel channel) {
            return channel == Channel.LOGIN ? login : slip;
        }
    }

    /// Stores two keys a group. They stay unused unless a survey with this fingerprint is opened.
    void put(Survey survey, Map<String, Pair> keys);

    /// Destroys keys that were put for a survey which was then not opened with them.
    void discard(Survey survey, Collection<String> groups);

    Optional<SigningKey> find(Survey survey, String group, Channel channel);

    /// Deletes the keys of these groups; those already gone stay gone.
    void delete(Survey survey, Collection<String> groups);
}
