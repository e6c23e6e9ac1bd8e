package kz.bagalau.forms.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.bagalau.forms.report.layout.Measure;
import kz.bagalau.forms.report.layout.Table;
import kz.bagalau.forms.report.reading.Reading;
import kz.bagalau.forms.report.reading.ReadingContext;
import kz.bagalau.forms.workbook.IncomingFile;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.FileType;
import kz.bagalau.rules.Language;
import kz.bagalau.rules.LocalText;
import kz.bagalau.rules.operational.fact.BodyKind;

/// A form in which state bodies report: its tables as data, its empty template, and what a filled
/// one says.
///
/// @param id as in the API: `appendix-1`
/// @param version of our definition, stamped into templates
/// @param place where the act prints it
/// @param paragraph of the Methodology that its facts serve
/// @param signed whether it ends with signatures, so that a scan of the signed paper belongs to it
/// @param types the types of file that can be read
/// @param bytes the largest file that is read
/// @param facts what it says, by the vocabulary of facts
/// @param aids what an analyst may want to know and what is never points by itself
public record Form(
        String id,
        int version,
        LocalText title,
        LocalText place,
        String paragraph,
        Period period,
        boolean signed,
        Set<FileType> types,
        long bytes,
        List<Table> tables,
        List<Measure> facts,
        List<Measure> aids) {

    /// How long a time a report is about. A yearly form may also be asked for by quarter.
    public enum Period {
        YEAR,
        QUARTER,
        MONTH
    }

    public Form {
        types = Set.copyOf(types);
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
        aids = List.copyOf(aids);
    }

    public Table table(String tableId) {
        return tables.stream()
                .filter(table -> table.id().equals(tableId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no table " + tableId));
    }

    /// What the template is stamped with: `appendix-8/1`.
    public String stamp() {
        return id + "/" + version;
    }

    /// How much of a file is read.
    public FileLimits limits() {
        return FileLimits.DEFAULT.withBytes(bytes);
    }

    /// The empty form as an XLSX workbook, with all its tables.
    public byte[] template(Language language) {
        return FormTemplate.write(this, language, Optional.empty());
    }

    /// The empty form with the tables that this kind of body fills in.
    public byte[] template(Language language, BodyKind kind) {
        return FormTemplate.write(this, language, Optional.of(kind));
    }

    /// Reads a filled form, and reports everything that is wrong with it at once. Forms of passages
    /// have too many rows to be read as a whole; see [HeadingSearch] for reading them row by row.
    public Reading read(Path file, FileType type, ReadingContext context) {
        return FormReader.read(this, IncomingFile.open(file, type, limits()), context);
    }

    /// As [#read(Path, FileType, ReadingContext)], from memory.
    public Reading read(byte[] file, FileType type, ReadingContext context) {
        return FormReader.read(this, IncomingFile.open(file, type, limits()), context);
    }
}
