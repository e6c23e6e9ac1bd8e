package kz.bagalau.rules.operational;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Outcome;
import kz.bagalau.rules.Working;
import kz.bagalau.rules.operational.act.Words;
import kz.bagalau.rules.operational.formula.Inputs;
import kz.bagalau.rules.operational.setting.Setting;

/// How a direction's points are made of its criteria and indicators, in one wording of the law.
public interface Total {

    /// The settings that change the total itself, beside those of its indicators.
    List<Setting<?>> settings();

    /// The points with their arithmetic, from what could be scored or was entered.
    ///
    /// @param outcomes by indicator
    /// @param criteria the sums of the criteria, by id
    Working of(
            Direction direction,
            Map<String, Outcome> outcomes,
            Map<String, Working> criteria,
            Inputs inputs);

    /// ¶24: the penalties for late, incomplete and incorrect information, at most `limit` for each
    /// direction.
    // DOUBT: the act says "for each direction" and not from what they are deducted, read as from
    // the direction's total. The points of one violation are not in the source and are entered with
    // a basis.
    static Working.Penalty information(Inputs inputs, String fact, BigDecimal limit) {
        Citation citation = inputs.citation().at("¶24");
        List<BigDecimal> penalties = inputs.penalties(fact);
        BigDecimal sum = penalties.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        String added = String.join(" + ", penalties.stream().map(Decimals::plain).toList());
        return new Working.Penalty(
                sum.min(limit),
                Words.text("information.penalty")
                        .with(added, Decimals.plain(sum), Decimals.plain(limit)),
                Audience.BODY,
                citation);
    }
}
