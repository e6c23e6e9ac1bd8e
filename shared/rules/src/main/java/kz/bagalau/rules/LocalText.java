package kz.bagalau.rules;

/// One text in our three languages.
public record LocalText(String kk, String ru, String en) {

    public String in(Language language) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }

    /// The text with its `%s` filled in, in each language.
    public LocalText with(Object... values) {
        return new LocalText(kk.formatted(values), ru.formatted(values), en.formatted(values));
    }
}
