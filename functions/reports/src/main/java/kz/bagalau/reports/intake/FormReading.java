package kz.bagalau.reports.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kz.bagalau.directory.StateBody;
import kz.bagalau.facts.Fact;
import kz.bagalau.reports.report.Reading;
import kz.bagalau.reports.report.Report;
import kz.bagalau.reports.report.Standing;

/// How the files of some forms are read, and which facts about a year come of those accepted.
public interface FormReading {

    /// Reads a file as a whole and reports all that is wrong with it.
    ///
    /// @param file a copy of our own, which may be large
    /// @param known what this body's other accepted files say: about the same year where this one
    ///   is about a year, the same form's about the months around it where it is about a month
    Reading read(Path file, Report report, StateBody body, List<Fact> known) throws IOException;

    /// The facts about the year that the accepted files of all its periods make together; what was
    /// published before and is not among them is withdrawn.
    List<Fact> facts(Standing standing);
}
