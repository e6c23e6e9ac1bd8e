package kz.bagalau.exit.texts;

import java.util.List;
import kz.bagalau.lambda.Messages;
import kz.bagalau.lambda.ProblemCode;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;

/// What a leaver is written.
public enum Notice implements ProblemCode {
    INVITATION;

    /// A message is no problem of a request; it never is an answer of its own.
    @Override
    public int status() {
        return 200;
    }

    public LocalText text(String... arguments) {
        List<String> values = List.of(arguments);
        return new LocalText(
                Messages.text(this, Language.KK, values),
                Messages.text(this, Language.RU, values),
                Messages.text(this, Language.EN, values));
    }
}
