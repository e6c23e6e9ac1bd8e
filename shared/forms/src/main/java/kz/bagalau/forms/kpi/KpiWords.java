package kz.bagalau.forms.kpi;

import java.util.ArrayList;
import java.util.List;
import kz.bagalau.forms.printed.Mark;
import kz.bagalau.forms.printed.SignatureWords;
import kz.bagalau.forms.printed.Written;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// The words of Annexes 9, 10 and 11 in one language. Kazakh is the text of the forms; Russian and
/// English are ours, since the act has none.
record KpiWords(Language language) {

    private static final Texts TEXTS = Texts.beside(KpiWords.class, "kpi.properties");

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

    List<String> headings(String annex, int columns) {
        List<String> headings = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            headings.add(text(annex + ".column." + column));
        }
        return headings;
    }

    /// What every page says of a document, in one line.
    String mark(boolean draft) {
        List<Mark> marks = new ArrayList<>();
        if (draft) {
            marks.add(Mark.DRAFT);
        }
        if (language != Language.KK) {
            marks.add(Mark.UNOFFICIAL_TRANSLATION);
        }
        return Mark.line(marks, language);
    }

    SignatureWords signature(String caption) {
        return new SignatureWords(caption, text("day"), text("sign"));
    }
}
