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
}
