package kz.bagalau.forms.kpi;

import java.util.List;

/// What a file of KPI sheets holds: all of it, or nothing.
public sealed interface KpiImport {

    /// @param warnings what is imported all the same
    record Accepted(List<ImportedSheet> sheets, List<ImportProblem> warnings) implements KpiImport {

        public Accepted {
            sheets = List.copyOf(sheets);
            warnings = List.copyOf(warnings);
        }
    }

    /// @param problems every one, warnings among them
    record Rejected(List<ImportProblem> problems) implements KpiImport {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
