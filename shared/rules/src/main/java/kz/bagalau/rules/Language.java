package kz.bagalau.rules;

import java.util.Locale;
import java.util.Optional;

/// The languages we speak.
public enum Language {
    KK,
    RU,
    EN;

    /// The best of our languages for an `Accept-Language` header (RFC 9110); Kazakh, the state
    /// language, where none of ours is asked for.
    public static Language accepted(String header) {
        Language best = KK;
        double weight = 0;
        for (String range : header.split(",", -1)) {
            String[] parts = range.strip().split(";", -1);
            Optional<Language> language = named(parts[0].strip());
            double asked = weight(parts);
            if (language.isPresent() && asked > weight) {
                best = language.get();
                weight = asked;
            }
        }
        return best;
    }

    /// The code of ISO 639-1: `kk`, `ru`, `en`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Language> named(String range) {
        String primary = range.split("-", 2)[0].toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.code().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
