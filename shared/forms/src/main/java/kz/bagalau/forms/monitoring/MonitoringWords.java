package kz.bagalau.forms.monitoring;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kz.bagalau.forms.printed.Mark;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The words of the documents of No. 121 in one language. The source is in Russian: the two others
/// say on every page that they are translations.
record MonitoringWords(Language language) {

    private static final Texts TEXTS = Texts.beside(MonitoringWords.class, "monitoring.properties");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);

    static LocalText words(String name) {
        return TEXTS.text(name);
    }

    String text(String name, Object... values) {
        String text = TEXTS.text(name).in(language);
        return values.length == 0 ? text : text.formatted(values);
    }

    String in(LocalText text) {
        return text.in(language);
    }

    String day(LocalDate day) {
        return new Written(language).day(day);
    }

    /// On the clock of Almaty.
    String moment(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /// What every page says of a document, in one line.
    String mark() {
        return language == Language.RU
                ? ""
                : Mark.line(List.of(Mark.UNOFFICIAL_TRANSLATION), language);
    }
}
