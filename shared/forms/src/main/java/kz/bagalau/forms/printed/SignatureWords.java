package kz.bagalau.forms.printed;

import kz.bagalau.forms.pdf.Block;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.Texts;

/// What a form says around a signature.
///
/// @param caption under the name, such as `(тегі, аты-жөні)`; empty for none
/// @param day before the day
/// @param sign before the signature
public record SignatureWords(String caption, String day, String sign) {

    private static final Texts TEXTS = Texts.beside(Signature.class, "signatures.properties");

    /// Adds the name, the day and the signature to a block, a line each.
    ///
    /// @param label before the name, empty for none
    public Block in(Block block, String label, Signature signature, Language language) {
        Block named =
                label.isEmpty()
                        ? block.field(signature.name())
                        : block.field(label, signature.name());
        Block captioned = caption.isEmpty() ? named : named.caption(caption);
        return captioned
                .field(day, day(signature, language))
                .field(sign, said(signature, language));
    }

    /// The day of a signature, or the day on which it was recorded that there is none; empty where
    /// it is to be written by hand.
    public static String day(Signature signature, Language language) {
        Written written = new Written(language);
        return switch (signature) {
            case Signature.Open _ -> "";
            case Signature.Signed(_, var on) -> written.day(on);
            case Signature.Refused(_, var on, _) -> written.day(on);
            case Signature.Absent(_, var on, _) -> written.day(on);
        };
    }

    /// What stands where the signature would be; empty where it is to be given by hand.
    public static String said(Signature signature, Language language) {
        return switch (signature) {
            case Signature.Open _ -> "";
            case Signature.Signed _ -> words("signed").in(language);
            case Signature.Refused(_, _, var reason) ->
                    words("refused").in(language).formatted(reason);
            case Signature.Absent(_, _, var reason) ->
                    words("absent").in(language).formatted(reason);
        };
    }

    private static LocalText words(String name) {
        return TEXTS.text(name);
    }
}
