package kz.bagalau.survey.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.survey.blind.SigningKey;
import kz.bagalau.survey.signing.SigningKeys;
import kz.bagalau.survey.surveys.Channel;
import kz.bagalau.survey.surveys.Survey;

/// Signing keys in memory.
final class MemorySigningKeys implements SigningKeys {

    private record Key(String survey, String fingerprint, String group) {}

    private final Map<Key, Pair> stored = new HashMap<>();

    @Override
    public void put(Survey survey, Map<String, Pair> keys) {
        keys.forEach((group, key) -> stored.put(key(survey, group), key));
    }

    @Override
    public void discard(Survey survey, Collection<String> groups) {
        delete(survey, groups);
    }

    @Override
    public Optional<SigningKey> find(Survey survey, String group, Channel channel) {
        return Optional.ofNullable(stored.get(key(survey, group))).map(pair -> pair.of(channel));
    }

    @Override
    public void delete(Survey survey, Collection<String> groups) {
        groups.forEach(group -> stored.remove(key(survey, group)));
    }

    private static Key key(Survey survey, String group) {
        return new Key(survey.id(), survey.fingerprint(), group);
    }
}
