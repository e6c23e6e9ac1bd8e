package kz.bagalau.forms.report.reading;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.report.reading.FormProblem.Code;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.rules.LocalText;

/// Collects what is wrong with a form, and what should be looked at.
public final class Findings {

    private final List<FormProblem> problems = new ArrayList<>();
    private final List<FormProblem> warnings = new ArrayList<>();
    private int more;

    public void problem(FormProblem problem) {
        if (problems.size() < Reading.MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            more++;
        }
    }

    public void problem(String sheet, Cell cell, Code code, LocalText... details) {
        problem(FormProblem.of(sheet, cell.address(), code, details));
    }

    public void warning(FormProblem warning) {
        if (warnings.size() < Reading.MOST_PROBLEMS) {
            warnings.add(warning);
        }
    }

    public void warning(String sheet, Cell cell, Code code, LocalText... details) {
        warning(FormProblem.of(sheet, cell.address(), code, details));
    }

    /// How many problems there are, kept or not.
    public int count() {
        return problems.size() + more;
    }

    public boolean none() {
        return problems.isEmpty();
    }

    public List<FormProblem> problems() {
        return problems;
    }

    public List<FormProblem> warnings() {
        return warnings;
    }

    public int more() {
        return more;
    }
}
