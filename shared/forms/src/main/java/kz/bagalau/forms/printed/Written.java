package kz.bagalau.forms.printed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.bagalau.rules.Decimals;
import kz.bagalau.rules.Language;

/// How days and numbers are written in a language.
public record Written(Language language) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /// Two decimals, as people see points.
    public String points(BigDecimal points) {
        return number(Decimals.shown(points));
    }

    /// Up to six decimals.
    public String plain(BigDecimal number) {
        return number(Decimals.plain(number));
    }

    /// All decimals that it has, such as those of a score that was given.
    public String exact(BigDecimal number) {
        return number(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private String number(String number) {
        String written = language == Language.EN ? number : number.replace('.', ',');
        return written.replace('-', '−');
    }
}
