package kz.bagalau.rules.workmode;

import java.util.Map;
import java.util.TreeMap;

/// How the silent places of orders 120 and 121 are read: each setting's default, unless somebody
/// chose another value.
public final class WorkSettings {

    public static final WorkSettings DEFAULTS = new WorkSettings(Map.of());

    private final Map<String, Object> chosen;

    private WorkSettings(Map<String, Object> chosen) {
        this.chosen = chosen;
    }

    /// Throws where the setting cannot have the value: whoever takes one from a person asks
    /// [WorkSetting#takes] first.
    public <V> WorkSettings with(WorkSetting<V> setting, V value) {
        if (!setting.takes(value)) {
            throw new IllegalArgumentException(setting.id() + " cannot be " + value);
        }
        Map<String, Object> changed = new TreeMap<>(chosen);
        if (value.equals(setting.byDefault())) {
            changed.remove(setting.id());
        } else {
            changed.put(setting.id(), value);
        }
        return new WorkSettings(changed);
    }

    // Whatever was put under a setting's name is of its type.
    @SuppressWarnings("unchecked")
    public <V> V get(WorkSetting<V> setting) {
        return (V) chosen.getOrDefault(setting.id(), setting.byDefault());
    }

    /// Whether they read every place alike.
    @Override
    public boolean equals(Object other) {
        return other instanceof WorkSettings settings && chosen.equals(settings.chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }

    @Override
    public String toString() {
        return chosen.toString();
    }
}
