package kz.bagalau.rules.appraisal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Rows;

/// A number or a reading by which employees are assessed. Another act of the same procedure may set
/// another one for a body; what is [Fixed] it may not, because the procedure would be another.
public sealed interface EmployeeSetting {

    /// The name in settings and JSON.
    String id();

    /// The paragraph that sets it, or leaves it open.
    Citation place();

    /// What holds where nobody chose otherwise.
    String byDefault();

    /// Whether a value can be chosen.
    boolean accepts(String value);

    /// What is decided here, in a sentence.
    default LocalText about() {
        return text("settings.csv", id());
    }

    /// Part of the procedure itself.
    record Fixed(String id, String byDefault, Citation place) implements EmployeeSetting {
        @Override
        public boolean accepts(String value) {
            return value.equals(byDefault);
        }
    }

    /// A whole number, both bounds included.
    record Number(String id, int number, int least, int most, Citation place)
            implements EmployeeSetting {

        public Number {
            if (number < least || number > most) {
                throw new IllegalArgumentException(id + ": " + number);
            }
        }

        @Override
        public String byDefault() {
            return Integer.toString(number);
        }

        @Override
        public boolean accepts(String value) {
            return value.matches("0|[1-9]\\d{0,3}")
                    && Integer.parseInt(value) >= least
                    && Integer.parseInt(value) <= most;
        }
    }

    /// A reading of what the act leaves open; the first value is the default.
    record Choice<V extends Enum<V>>(String id, List<V> values, Citation place)
            implements EmployeeSetting {

        public Choice {
            values = List.copyOf(values);
        }

        static <V extends Enum<V>> Choice<V> of(String id, V[] values, Citation place) {
            return new Choice<>(id, Arrays.asList(values), place);
        }

        @Override
        public String byDefault() {
            return idOf(values.getFirst());
        }

        @Override
        public boolean accepts(String value) {
            return value(value).isPresent();
        }

        public Optional<V> value(String valueId) {
            return values.stream().filter(value -> idOf(value).equals(valueId)).findFirst();
        }

        /// How this value reads the act, in a few words.
        public LocalText reading(V value) {
            return text("readings.csv", id + "." + idOf(value));
        }

        /// The value's name in settings and JSON: `HALF_UP_2`, `true`.
        public static String idOf(Enum<?> value) {
            return value instanceof Answer ? value.name().toLowerCase(Locale.ROOT) : value.name();
        }
    }

    /// Yes or no, the default first.
    enum Answer {
        TRUE,
        FALSE
    }

    private static LocalText text(String table, String name) {
        return Objects.requireNonNull(
                Texts.BY_TABLE.getOrDefault(table, Map.of()).get(name), table + ": " + name);
    }

    /// The tables of texts, read once.
    final class Texts {

        private static final Map<String, Map<String, LocalText>> BY_TABLE =
                Map.of(
                        "settings.csv",
                        Rows.texts(EmployeeSetting.class, "settings.csv"),
                        "readings.csv",
                        Rows.texts(EmployeeSetting.class, "readings.csv"));

        private Texts() {}
    }
}
