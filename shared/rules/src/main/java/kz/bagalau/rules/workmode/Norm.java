package kz.bagalau.rules.workmode;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import kz.bagalau.rules.Acts;
import kz.bagalau.rules.Citation;
import kz.bagalau.rules.LocalText;

/// The paragraphs of order 120 that order No. 52 of 31 March 2026 words anew from 2026-07-11. The
/// new wording is not in the source: until somebody loads it, it is named as not loaded, and what
/// goes on meanwhile is a setting and no guess.
///
/// A duty that continues follows the wording in force on each day of an act, whenever it was
/// signed; an application follows that of the day on which it was submitted.
public enum Norm {
    /// What remote work is. Acts of both kinds go on with the fields of the old definition.
    REMOTE_WORK("3-5", "¶3(5)"),
    /// What the employer provides and pays for. The record of equipment goes on.
    EQUIPMENT("8", "¶8"),
    /// By which channel an application comes in; see [Channel].
    CHANNELS("15-2", "¶15 part 2"),
    /// What the employee observes. The acknowledgement of the old duties goes on.
    DUTIES("22", "¶22");

    /// The first day of the new wording.
    public static final LocalDate AMENDED = LocalDate.of(2026, 7, 11);

    private final String code;
    private final String paragraph;

    Norm(String code, String paragraph) {
        this.code = code;
        this.paragraph = paragraph;
    }

    public static Optional<Norm> named(String code) {
        return Arrays.stream(values()).filter(norm -> norm.code.equals(code)).findFirst();
    }

    /// The paragraph as addresses name it.
    public String code() {
        return code;
    }

    public Citation citation() {
        return Acts.order120(paragraph);
    }

    /// What goes on while the new wording is not loaded.
    public LocalText meanwhile() {
        return Words.TEXTS.text("norm." + code);
    }

    /// Whether the wording of 2023 is in force on a day.
    public boolean oldWording(LocalDate day) {
        return day.isBefore(AMENDED);
    }

    /// The first day of the wording that is in force on a day.
    public LocalDate wordingSince(LocalDate day) {
        return oldWording(day) ? citation().inForce() : AMENDED;
    }
}
