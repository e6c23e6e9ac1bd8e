package kz.bagalau.scoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import kz.bagalau.lambda.Json;
import kz.bagalau.rules.AssessedPeriod;
import kz.bagalau.rules.Audience;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.operational.Criterion;
import kz.bagalau.rules.operational.Direction;
import kz.bagalau.rules.operational.Indicator;
import kz.bagalau.rules.operational.Methodology;
import kz.bagalau.rules.operational.fact.BodyKind;
import kz.bagalau.rules.operational.fact.FactType;
import kz.bagalau.rules.operational.fact.Vocabulary;
import kz.bagalau.rules.operational.setting.Setting;
import kz.bagalau.rules.operational.setting.Settings;

/// A methodology as it is returned: what it asks for, where each part stands in the law, and how
/// the act is read where it is silent.
final class MethodologyJson {

    /// The wording that is returned: the one of the methodology's first day, which has every part.
    private final AssessedPeriod period;

    private final Methodology methodology;

    MethodologyJson(Methodology methodology) {
        this.methodology = methodology;
        this.period =
                new AssessedPeriod(
                        methodology.citation().inForce(), methodology.citation().inForce());
    }

    ObjectNode head() {
        ObjectNode head = Json.object().put("id", methodology.id());
        head.set("name", Json.texts(methodology.label()));
        head.set("citation", citation(methodology.citation()));
        return head;
    }

    ObjectNode write() {
        ObjectNode written = head();
        ArrayNode directions = written.putArray("directions");
        for (Direction direction : methodology.directions()) {
            ObjectNode entry = directions.addObject().put("id", direction.id());
            entry.set("name", Json.texts(direction.label()));
            var maximum = direction.maxima().on(period.lawOf());
            entry.put("maximum", Decimals.plain(maximum.value()));
            entry.set("citation", citation(direction.totals().on(period.lawOf()).citation()));
            ArrayNode criteria = entry.putArray("criteria");
            direction.criteria().forEach(criterion -> write(criteria.addObject(), criterion));
            ArrayNode indicators = entry.putArray("indicators");
            direction.indicators().forEach(indicator -> write(indicators.addObject(), indicator));
        }
        ArrayNode settings = written.putArray("settings");
        Setting.all().forEach(setting -> write(settings.addObject(), setting));
        ArrayNode facts = written.putArray("facts");
        Vocabulary.all().forEach(fact -> write(facts.addObject(), fact));
        return written;
    }

    private void write(ObjectNode entry, Criterion criterion) {
        var maximum = criterion.maxima().on(period.lawOf());
        entry.put("id", criterion.id());
        entry.set("name", Json.texts(criterion.label()));
        entry.put("maximum", Decimals.plain(maximum.value()));
        entry.set("citation", citation(maximum.citation()));
        ArrayNode indicators = entry.putArray("indicators");
        criterion.indicators().forEach(indicator -> indicators.add(indicator.id()));
    }

    private void write(ObjectNode entry, Indicator indicator) {
        entry.put("id", indicator.id()).put("symbol", indicator.symbol());
        entry.set("name", Json.texts(indicator.label()));
        entry.put("role", indicator.role().name().toLowerCase(Locale.ROOT));
        entry.put("manual", indicator.manual(period));
        ObjectNode maxima = entry.putObject("maximum");
        for (BodyKind kind : BodyKind.values()) {
            indicator
                    .maximum(kind, period, Settings.DEFAULTS)
                    .ifPresent(points -> maxima.put(kind.name(), Decimals.plain(points)));
        }
        entry.set("citation", citation(indicator.citation(period)));
        ArrayNode facts = entry.putArray("facts");
        indicator.facts(period).forEach(facts::add);
        ArrayNode settings = entry.putArray("settings");
        indicator.settings(period).forEach(setting -> settings.add(setting.id()));
    }

    private static void write(ObjectNode entry, FactType fact) {
        entry.put("name", fact.name());
        entry.set("label", Json.texts(fact.label()));
        entry.put("shape", fact.shape().name());
        entry.put("unit", fact.unit().name());
        entry.set("unitLabel", Json.texts(fact.unit().label()));
        entry.put("paragraph", fact.paragraph())
                .put("publisher", fact.publisher())
                .put("agencyOnly", fact.audience() == Audience.AGENCY);
    }

    private static <V extends Enum<V> & Setting.Value> void write(
            ObjectNode entry, Setting<V> setting) {
        entry.put("id", setting.id());
        entry.set("about", Json.texts(setting.about()));
        entry.put("default", setting.byDefault().id());
        ArrayNode values = entry.putArray("values");
        ObjectNode readings = entry.putObject("readings");
        for (V value : setting.values()) {
            values.add(value.id());
            readings.set(value.id(), Json.texts(setting.reading(value)));
        }
        entry.set("citation", citation(setting.place()));
    }

    private static ObjectNode citation(Citation citation) {
        return Json.object()
                .put("act", citation.act())
                .put("paragraph", citation.paragraph())
                .put("url", citation.url())
                .put("inForce", citation.inForce().toString())
                .put("checked", citation.checked().toString());
    }
}
