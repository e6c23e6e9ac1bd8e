package kz.bagalau.survey.ballots;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.bagalau.survey.surveys.Channel;

/// A ballot as it is stored: no time, address, language, number or order in it, and of its body no
/// more than the group. The token's message is not part of it, so that nobody who reads the store
/// can make anything that the message makes.
///
/// @param id SHA-256 of the message
/// @param channel by which of the group's two keys its token was signed
/// @param answers the option codes chosen for each question answered
/// @param respondent the codes of sex, position and service, as far as given
/// @param seal HMAC of everything sent under the message
/// @param texts the free texts, stored apart
/// @param expires one instant for the whole survey
public record Ballot(
        String survey,
        String group,
        Channel channel,
        byte[] id,
        Map<String, List<Integer>> answers,
        Map<String, Integer> respondent,
        byte[] seal,
        List<Text> texts,
        Instant expires) {

    /// A free text, found by nobody from the ballot, nor the ballot from it.
    ///
    /// @param id HMAC of the question under the message
    public record Text(String question, byte[] id, String text) {}

    public Ballot {
        answers = Map.copyOf(answers);
        respondent = Map.copyOf(respondent);
        texts = List.copyOf(texts);
    }
}
