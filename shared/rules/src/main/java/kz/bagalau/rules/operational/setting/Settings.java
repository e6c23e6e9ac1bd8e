package kz.bagalau.rules.operational.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The readings by which a score is made: each setting's default, unless somebody chose another.
public final class Settings {

    public static final Settings DEFAULTS = new Settings(Map.of(), Map.of(), new TreeMap<>());

    private final Map<Setting<?>, Setting.Value> chosen;
    private final Map<Setting<?>, String> reasons;
    private final SortedMap<String, Decision> zeroDenominators;

    /// What a person decided for an indicator whose denominator is zero.
    public record Decision(Setting.ZeroDenominator value, String reason) {

        public Decision {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a decision needs a written reason");
            }
        }
    }

    private Settings(
            Map<Setting<?>, Setting.Value> chosen,
            Map<Setting<?>, String> reasons,
            SortedMap<String, Decision> zeroDenominators) {
        this.chosen = chosen;
        this.reasons = reasons;
        this.zeroDenominators = zeroDenominators;
    }

    /// These settings with one reading changed. Zero denominators are decided indicator by
    /// indicator, with [#withZeroDenominator].
    public <V extends Enum<V> & Setting.Value> Settings with(Setting<V> setting, V value) {
        if (setting.equals(Setting.ZERO_DENOMINATOR)) {
            throw new IllegalArgumentException("zero denominators are decided by indicator");
        }
        Map<Setting<?>, Setting.Value> changed = new LinkedHashMap<>(chosen);
        changed.put(setting, value);
        return new Settings(changed, reasons, zeroDenominators);
    }

    /// As [#with], by the names of setting and value; throws where there is no such value.
    public Settings with(Setting<?> setting, String valueId) {
        return with(setting, valueId, this);
    }

    private static <V extends Enum<V> & Setting.Value> Settings with(
            Setting<V> setting, String valueId, Settings before) {
        return before.with(
                setting,
                setting.value(valueId)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        setting.id() + " has no value " + valueId)));
    }

    /// These settings with the reason why a reading was chosen.
    public Settings because(Setting<?> setting, String reason) {
        Map<Setting<?>, String> changed = new LinkedHashMap<>(reasons);
        changed.put(setting, reason);
        return new Settings(chosen, changed, zeroDenominators);
    }

    /// These settings with a decision for one indicator.
    public Settings withZeroDenominator(String indicator, Decision decision) {
        SortedMap<String, Decision> changed = new TreeMap<>(zeroDenominators);
        changed.put(indicator, decision);
        return new Settings(chosen, reasons, changed);
    }

    public <V extends Enum<V> & Setting.Value> V get(Setting<V> setting) {
        Setting.Value value = chosen.get(setting);
        return value == null
                ? setting.byDefault()
                : setting.value(value.id()).orElseThrow(IllegalStateException::new);
    }

    public <V extends Enum<V> & Setting.Value> boolean is(Setting<V> setting, V value) {
        return get(setting) == value;
    }

    public Optional<String> reason(Setting<?> setting) {
        return Optional.ofNullable(reasons.get(setting));
    }

    /// The decisions about zero denominators, by indicator.
    public SortedMap<String, Decision> zeroDenominators() {
        return new TreeMap<>(zeroDenominators);
    }
}
