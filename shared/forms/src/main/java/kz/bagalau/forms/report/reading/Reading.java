package kz.bagalau.forms.report.reading;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a filled form says. A form is accepted whole or not at all: where there are problems there
/// are no facts.
///
/// @param problems for which it is not accepted, at most [#MOST_PROBLEMS]
/// @param more how many problems there are besides
/// @param warnings what should be looked at and does not keep it from being accepted
/// @param excluded how many rows were left out, by the reason; nothing else of them is kept
/// @param aids by name; numbers that an analyst may want to see beside the facts
public record Reading(
        List<FormProblem> problems,
        int more,
        List<FormProblem> warnings,
        List<CellFact> facts,
        Map<String, Integer> excluded,
        Map<String, BigDecimal> aids) {

    public static final int MOST_PROBLEMS = 500;

    /// The reason of ¶57: information for official use (ҚБП, ДСП).
    public static final String OFFICIAL_USE = "official_use";

    public Reading {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        facts = List.copyOf(facts);
        excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
        aids = Collections.unmodifiableMap(new LinkedHashMap<>(aids));
    }

    public boolean accepted() {
        return problems.isEmpty();
    }

    /// Whether something is missing that the form demands (¶2(27)).
    public boolean incomplete() {
        return problems.stream().anyMatch(problem -> problem.code().incomplete());
    }
}
