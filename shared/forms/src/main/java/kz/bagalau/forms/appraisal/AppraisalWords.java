package kz.bagalau.forms.appraisal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.printed.Mark;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;
import kz.bagalau.rules.appraisal.AppraisalForm;

/// The words of the documents of No. 245 in one language. The act is in Russian: the two others say
/// on every page that they are translations.
record AppraisalWords(Language language) {

    private static final Texts TEXTS = Texts.beside(AppraisalWords.class, "appraisal.properties");

    String text(String name, Object... values) {
        String text = TEXTS.text(name).in(language);
        return values.length == 0 ? text : text.formatted(values);
    }

    String in(LocalText text) {
        return text.in(language);
    }

    Written written() {
        return new Written(language);
    }

    String day(LocalDate day) {
        return written().day(day);
    }

    String points(BigDecimal points) {
        return written().points(points);
    }

    String quarter(Quarter quarter) {
        return text("quarter", roman(quarter.number()), Integer.toString(quarter.year()));
    }

    static String roman(int quarter) {
        return switch (quarter) {
            case 1 -> "I";
            case 2 -> "II";
            case 3 -> "III";
            case 4 -> "IV";
            default -> throw new IllegalArgumentException("quarter " + quarter);
        };
    }

    String yesOrNo(boolean yes) {
        return text(yes ? "yes" : "no");
    }

    /// What every page says of a document that is made from no form, in one line.
    String mark() {
        return mark(AppraisalForm.Status.OFFICIAL);
    }

    /// What every page says of a document, in one line.
    String mark(AppraisalForm.Status form) {
        List<Mark> marks = new ArrayList<>();
        if (form == AppraisalForm.Status.PLACEHOLDER) {
            marks.add(Mark.PLACEHOLDER);
        }
        if (language != Language.RU) {
            marks.add(Mark.UNOFFICIAL_TRANSLATION);
        }
        return Mark.line(marks, language);
    }
}
