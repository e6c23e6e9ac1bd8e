package kz.bagalau.exit.texts;

import kz.bagalau.lambda.ProblemCode;

/// What the summary finds worth a question.
public enum Finding implements ProblemCode {
    /// Rule 6 of Appendix 12: more than 10 % of the interviews are on paper.
    TOO_MUCH_PAPER,
    /// Leavers who gave an interview were withdrawn, made exempt, or moved to another year
    /// afterwards.
    INTERVIEWED_AND_REMOVED;

    @Override
    public int status() {
        return 200;
    }
}
