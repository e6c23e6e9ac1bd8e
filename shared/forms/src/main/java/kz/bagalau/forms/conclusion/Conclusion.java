package kz.bagalau.forms.conclusion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Given;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.Assessment;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.FactValue;
import kz.bagalau.rules.operational.fact.Vocabulary;

/// What a conclusion is made of. It is for the body's eyes: facts that are the Agency's only are
/// left out here, and workings are shown to [Audience#BODY].
///
/// @param body the id in the directory
/// @param facts those the assessment was made of, with their sources
/// @param analyses by direction, the free text below the table; where there is none, room is left
///   for writing it
public record Conclusion(
        String body,
        LocalText name,
        Run run,
        Methodology methodology,
        Assessment assessment,
        List<Given<FactValue>> facts,
        Map<String, String> analyses) {

    public enum Kind {
        PRELIMINARY,
        FINAL
    }

    /// The run that made the assessment.
    ///
    /// @param released why a final run was released although directions are incomplete
    public record Run(String id, Kind kind, Optional<String> released) {}

    public Conclusion {
        facts =
                facts.stream()
                        .filter(Conclusion::forTheBody)
                        .sorted(Comparator.comparing(Given::fact))
                        .toList();
        analyses = Map.copyOf(analyses);
    }

    static boolean forTheBody(Given<FactValue> given) {
        return Vocabulary.find(given.fact())
                .filter(type -> type.audience() == Audience.BODY)
                .isPresent();
    }

    Optional<Given<FactValue>> fact(String fact) {
        return facts.stream().filter(given -> given.fact().equals(fact)).findFirst();
    }
}
