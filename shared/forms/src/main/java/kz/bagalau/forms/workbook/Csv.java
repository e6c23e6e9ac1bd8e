package kz.bagalau.forms.workbook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Characters;
import kz.bagalau.forms.workbook.cell.Row;
import kz.bagalau.forms.workbook.file.FileLimits;
import kz.bagalau.forms.workbook.file.Refusal;
import kz.bagalau.forms.workbook.file.Refusal.Code;
import kz.bagalau.forms.workbook.file.RefusedException;
import kz.bagalau.forms.workbook.part.Markup;

/// CSV as in RFC 4180, in UTF-8 with or without a byte order mark, separated by semicolons (as
/// spreadsheets in Kazakhstan write it), commas or tabs; see [Separator]. A row is a record, as a
/// spreadsheet shows it, so a line break inside quotation marks does not count.
final class Csv implements IncomingSheet {

    private static final char MARK = '\uFEFF';
    private static final int LONGEST_FIELD = 32_767;
    private static final int MOST_FIELDS = 1_000;
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Path path;
    private final FileLimits limits;
    private final char separator;
    private final boolean declared;

    private Csv(Path path, FileLimits limits, char separator, boolean declared) {
        this.path = path;
        this.limits = limits;
        this.separator = separator;
        this.declared = declared;
    }

    static IncomingFile open(Path path, FileLimits limits) throws IOException, RefusedException {
        List<String> lines;
        try (Reader reader = reader(path)) {
            lines = Separator.lines(reader);
        } catch (CharacterCodingException e) {
            throw new RefusedException(Code.FILE_ENCODING);
        }
        String first = lines.isEmpty() ? "" : lines.getFirst();
        // Every other byte of UTF-16 is none.
        if (first.indexOf(0) >= 0) {
            throw new RefusedException(Code.FILE_ENCODING);
        }
        boolean declared = first.length() == 5 && first.startsWith("sep=");
        char separator = declared ? first.charAt(4) : Separator.of(lines);
        return new IncomingFile(List.of(new Csv(path, limits, separator, declared)), () -> {});
    }

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public boolean hidden() {
        return false;
    }

    @Override
    public Optional<Refusal> read(Consumer<Row> rows) {
        int number = 1;
        try (Reader reader = reader(path)) {
            Record record = new Record(reader, separator);
            if (declared) {
                record.next(number);
                number++;
            }
            int held = 0;
            for (; record.next(number); number++) {
                if (!record.cells.isEmpty()) {
                    if (++held > limits.rows()) {
                        throw new RefusedException(Code.FILE_ROWS, limits.rows());
                    }
                    rows.accept(new Row(number, record.cells));
                }
            }
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(Refusal.of(Code.FILE_ENCODING).at(name(), "A" + number));
        } catch (RefusedException e) {
            return Optional.of(e.refusal().at(name(), "A" + number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader reader(Path path) throws IOException {
        Reader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path),
                                StandardCharsets.UTF_8
                                        .newDecoder()
                                        .onMalformedInput(CodingErrorAction.REPORT)
                                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            reader.mark(1);
            if (reader.read() != MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /// One record after the other.
    private static final class Record {
        private final Reader reader;
        private final char separator;
        private final StringBuilder field = new StringBuilder();
        private List<Cell> cells = new ArrayList<>();
        private int ahead = UNREAD;

        private static final int UNREAD = -2;
        private static final int END = -1;

        Record(Reader reader, char separator) {
            this.reader = reader;
            this.separator = separator;
        }

        /// Reads a record into the cells; false at the end of the file.
        boolean next(int number) throws IOException, RefusedException {
            cells = new ArrayList<>();
            int c = read();
            if (c == END) {
                return false;
            }
            int characters = 0;
            for (int column = 1; ; column++) {
                c = field(c);
                characters += field.length();
                if (column > MOST_FIELDS || characters > MOST_CHARACTERS) {
                    throw new RefusedException(Code.FILE_TEXT_TOO_LONG, MOST_CHARACTERS);
                }
                if (!Cell.blank(field.toString()) || !Characters.sound(field)) {
                    cells.add(new Cell(number, column, Markup.value(field.toString()), false));
                }
                if (c != separator) {
                    return true;
                }
                c = read();
            }
        }

        /// Reads a field that begins with a character and returns the one that ended it.
        private int field(int first) throws IOException, RefusedException {
            field.setLength(0);
            int c = first;
            if (c == '"') {
                for (c = read(); ; c = read()) {
                    if (c == END) {
                        throw new RefusedException(Code.FILE_QUOTES);
                    }
                    if (c == '"') {
                        c = read();
                        if (c != '"') {
                            break;
                        }
                    }
                    append(c);
                }
            }
            while (c != separator && c != '\n' && c != '\r' && c != END) {
                append(c);
                c = read();
            }
            if (c == '\r') {
                int after = read();
                if (after != '\n') {
                    ahead = after;
                }
            }
            return c;
        }

        /// Adds a character, and no more than shows that no cell can hold the text.
        private void append(int c) {
            if (field.length() <= LONGEST_FIELD) {
                field.append((char) c);
            }
        }

        private int read() throws IOException {
            if (ahead != UNREAD) {
                int c = ahead;
                ahead = UNREAD;
                return c;
            }
            return reader.read();
        }
    }
}
