package kz.bagalau.workmode.desk;

import java.util.List;
import java.util.Optional;
import kz.bagalau.lambda.Problem;
import kz.bagalau.rules.workmode.Fault;
import kz.bagalau.rules.workmode.Finding;

/// What the rules have found in a document, as an answer.
public final class Findings {

    private Findings() {}

    /// What refuses a document: 400 with everything that is wrong in it, else 409 with everything
    /// that stands beside it. Empty where nothing does.
    public static Optional<Problem> refusal(List<Finding> findings) {
        List<Problem.Error> wrong = errors(findings, Fault.Weight.INVALID);
        if (!wrong.isEmpty()) {
            return Optional.of(Problem.invalid(wrong));
        }
        List<Problem.Error> beside = errors(findings, Fault.Weight.CONFLICT);
        return beside.stream()
                .findFirst()
                .map(first -> new Problem(first.code(), first.arguments(), beside));
    }

    private static List<Problem.Error> errors(List<Finding> findings, Fault.Weight weight) {
        return findings.stream()
                .filter(finding -> finding.fault().weight() == weight)
                .map(finding ->
                        new Problem.Error(
                                finding.place(),
                                WorkmodeProblem.of(finding.fault()),
                                finding.details()))
                .toList();
    }
}
