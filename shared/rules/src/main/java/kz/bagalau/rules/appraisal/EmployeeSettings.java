package kz.bagalau.rules.appraisal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The settings by which a body's employees are assessed: each one's default, unless the record of
/// the methodology says otherwise, with a reason.
public record EmployeeSettings(SortedMap<String, Chosen> chosen) {

    public static final EmployeeSettings DEFAULTS = new EmployeeSettings(new TreeMap<>());

    /// @param value by its name in JSON
    public record Chosen(String value, String reason) {

        public Chosen {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a choice needs a written reason");
            }
        }
    }

    public EmployeeSettings {
        chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    }

    public EmployeeSettings(Map<String, Chosen> chosen) {
        this(new TreeMap<>(chosen));
    }

    /// These settings with one value chosen. Throws [IllegalArgumentException] for a value that the
    /// setting does not have: whoever takes it from a person asks [EmployeeSetting#accepts] first.
    public EmployeeSettings with(EmployeeSetting setting, String value, String reason) {
        if (!setting.accepts(value)) {
            throw new IllegalArgumentException(setting.id() + " has no value " + value);
        }
        SortedMap<String, Chosen> changed = new TreeMap<>(chosen);
        changed.put(setting.id(), new Chosen(value, reason));
        return new EmployeeSettings(changed);
    }

    /// What is chosen of these settings, all others at their default.
    public EmployeeSettings only(EmployeeSetting... settings) {
        SortedMap<String, Chosen> kept = new TreeMap<>();
        for (EmployeeSetting setting : settings) {
            Optional.ofNullable(chosen.get(setting.id()))
                    .ifPresent(found -> kept.put(setting.id(), found));
        }
        return new EmployeeSettings(kept);
    }

    public String value(EmployeeSetting setting) {
        Chosen found = chosen.get(setting.id());
        return found == null ? setting.byDefault() : found.value();
    }

    public int get(EmployeeSetting.Number setting) {
        return Integer.parseInt(value(setting));
    }

    public <V extends Enum<V>> V get(EmployeeSetting.Choice<V> setting) {
        return setting.value(value(setting)).orElseThrow(IllegalStateException::new);
    }

    public boolean is(EmployeeSetting.Choice<EmployeeSetting.Answer> setting) {
        return get(setting) == EmployeeSetting.Answer.TRUE;
    }
}
