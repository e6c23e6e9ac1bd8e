package kz.bagalau.reports.report;

import java.util.List;
import kz.bagalau.lambda.Messages;
import kz.bagalau.reports.obligation.ReportProblem;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import org.jspecify.annotations.Nullable;

/// Something to be shown about a file, where it stands, in every language: whoever reads it later
/// may speak another one than whoever sent the file.
///
/// @param sheet null where it concerns the file as a whole
/// @param cell such as `C7`, or null where it concerns the sheet as a whole
/// @param code for programs
public record Note(@Nullable String sheet, @Nullable String cell, String code, LocalText message) {

    /// What is wrong with a file as a whole.
    ///
    /// @param arguments of the message
    public static Note of(ReportProblem problem, String... arguments) {
        return new Note(
                null,
                null,
                problem.name(),
                new LocalText(
                        Messages.text(problem, Language.KK, List.of(arguments)),
                        Messages.text(problem, Language.RU, List.of(arguments)),
                        Messages.text(problem, Language.EN, List.of(arguments))));
    }
}
