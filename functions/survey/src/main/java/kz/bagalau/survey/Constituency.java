package kz.bagalau.survey;

import kz.bagalau.rules.LocalText;
import kz.bagalau.survey.blind.PublicKey;

/// A body's part in a survey: the ballot group in which its people vote, and the key of that group.
///
/// @param body the body
/// @param name the body's name
/// @param headcount the body's headcount when the survey was opened
/// @param group the ballot group: the body's own id, its parent's, or a pool's name
/// @param key the group's public key
public record Constituency(
        String body, LocalText name, int headcount, String group, PublicKey key) {

    /// Whether the body has a result of its own.
    public boolean own() {
        return body.equals(group);
    }
}
