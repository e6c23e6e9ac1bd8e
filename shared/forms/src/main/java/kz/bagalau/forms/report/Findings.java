package kz.bagalau.forms.report;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.report.FormProblem.Code;
import kz.bagalau.forms.workbook.Cell;
import kz.bagalau.rules.LocalText;

/// Collects what is wrong with a form, and what should be looked at.
final class Findings {

    private final List<FormProblem> problems = new ArrayList<>();
    private final List<FormProblem> warnings = new ArrayList<>();
    private int more;

    void problem(FormProblem problem) {
        if (problems.size() < Reading.MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    void problem(String sheet, Cell cell, Code code, LocalText... details) {
        problem(FormProblem.of(sheet, cell.address(), code, details));
    }

    void warning(FormProblem warning) {
        if (warnings.size() < Reading.MOST_PROBLEMS) {
            warnings.add(warning);
        }
    }

    void warning(String sheet, Cell cell, Code code, LocalText... details) {
        warning(FormProblem.of(sheet, cell.address(), code, details));
    }

    /// How many problems there are, kept or not.
    int count() {
        return problems.size() + more;
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<FormProblem> problems() {
        return problems;
    }

    List<FormProblem> warnings() {
        return warnings;
    }

    int more() {
        return more;
    }
}
