package kz.bagalau.appraisal.opening;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.appraisal.Eligibility;
import kz.bagalau.rules.appraisal.Tenure;

/// The days of ¶5 as they were counted, in a case: `{"found", "requiredDays", "provisional",
/// "stretches": [{"from", "to", "monthEnds", "workingDays"}], "absences": [{"kind", "from", "to",
/// "workingDays", "worked"}], "explained": [{"kk", "ru", "en"}]}`.
final class Counted {

    private Counted() {}

    static ObjectNode write(Eligibility eligibility) {
        ObjectNode json =
                Json.object()
                        .put("found", eligibility.verdict().name())
                        .put("requiredDays", eligibility.requiredDays())
                        .put("provisional", eligibility.provisional());
        ArrayNode stretches = json.putArray("stretches");
        List<Eligibility.Days> days = eligibility.days();
        for (int i = 0; i < days.size(); i++) {
            Tenure.Measured measured = eligibility.tenure().stretches().get(i);
            stretches
                    .addObject()
                    .put("from", measured.stretch().from().toString())
                    .put("to", measured.stretch().to().toString())
                    .put("monthEnds", measured.monthEnds().toString())
                    .put("workingDays", days.get(i).working());
        }
        ArrayNode absences = json.putArray("absences");
        for (Eligibility.Away away : eligibility.away()) {
            absences.addObject()
                    .put("kind", away.absence().kind().name())
                    .put("from", away.absence().from().toString())
                    .put("to", away.absence().to().toString())
                    .put("workingDays", away.working())
                    .put("worked", away.worked());
        }
        texts(json.putArray("explained"), eligibility.explained());
        return json;
    }

    static void texts(ArrayNode list, List<LocalText> texts) {
        texts.forEach(text -> list.add(Json.texts(text)));
    }
}
