package kz.bagalau.reports.finding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import kz.bagalau.lambda.Json;
import kz.bagalau.reports.obligation.ReportForm;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.act.InformationPenalties;

/// Which penalties of ¶24 something may bear, and how many points of its direction are left for
/// them. The act sets no points for one violation, so that nobody can say more beforehand.
public record Risk(ReportForm.Direction direction, Set<Finding.Kind> kinds, BigDecimal found) {

    public Risk {
        kinds = Set.copyOf(kinds);
    }

    public ObjectNode json(int year) {
        ObjectNode json = Json.object().put("direction", direction.id());
        var names = json.putArray("kinds");
        EnumSet.allOf(Finding.Kind.class).stream()
                .filter(kinds::contains)
                .forEach(kind -> names.add(kind.name()));
        var most = InformationPenalties.MOST.on(AssessedPeriod.ofYear(year).lawOf());
        return json.put("found", Decimals.plain(found))
                .put("atMost", Decimals.plain(most.value().subtract(found).max(BigDecimal.ZERO)))
                .put("citation", most.citation().act() + ", " + most.citation().paragraph());
    }
}
