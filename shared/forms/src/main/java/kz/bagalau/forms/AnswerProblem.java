package kz.bagalau.forms;

/// What is wrong in a sent ballot or exit interview.
///
/// @param pointer JSON pointer into the request, e.g. `/answers/q29/1`
/// @param argument what the message names: the question, or the longest length of a text
public record AnswerProblem(String pointer, Code code, String argument) {

    public enum Code {
        /// `answers` and `respondent` are objects, from questions to what was answered.
        NOT_AN_OBJECT,
        /// The questionnaire has no such question.
        UNKNOWN_QUESTION,
        /// The question has no such option; options are sent as integers, their codes.
        UNKNOWN_OPTION,
        /// Several answers to a question that takes one.
        NOT_MULTI,
        /// One option chosen twice.
        DUPLICATE_OPTION,
        /// A free text is expected, as a string.
        NOT_TEXT,
        /// More than 400 characters.
        TEXT_TOO_LONG,
        /// Characters that no keyboard writes: control characters, halves of surrogate pairs.
        UNREADABLE_TEXT,
        /// Nothing is answered.
        EMPTY_BALLOT,
        /// A question that must be answered is not.
        UNANSWERED
    }
}
