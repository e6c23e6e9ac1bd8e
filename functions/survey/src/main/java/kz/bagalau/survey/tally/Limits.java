package kz.bagalau.survey.tally;

/// The smallest groups a survey publishes, fixed when it is opened.
///
/// @param minimumGroup k: people who answered a question, of everybody or of one cut value
/// @param minimumTexts free texts to one question
public record Limits(int minimumGroup, int minimumTexts) {

    public Limits {
        if (minimumGroup < 3 || minimumTexts < 3) {
            throw new IllegalArgumentException(
                    "limits too low: " + minimumGroup + ", " + minimumTexts);
        }
    }
}
