package kz.bagalau.directory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import kz.bagalau.forms.workbook.cell.Cell;
import kz.bagalau.forms.workbook.cell.Value;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.rules.staff.Category;
import kz.bagalau.rules.staff.Order;
import kz.bagalau.rules.staff.Span;
import kz.bagalau.rules.staff.Title;

/// The kinds of field that the records of a staff have in common.
///
/// @param input the object that is read
record StaffFields(Input input) {

    static final int MAX_NAME = 300;
    static final int MAX_POSITION = 500;

    /// Days that a workbook and a calendar can hold.
    static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final int MAX_ORDER = 100;
    private static final int MAX_CATEGORY = 12;

    /// A text as one line, as a cell of a workbook holds it: what is exported is imported
    /// unchanged.
    String line(String field, int max) {
        String text = input.text(field, max);
        String line = oneLine(text);
        if (line.isEmpty() && !text.isEmpty()) {
            input.error(field, FieldProblem.REQUIRED);
        }
        return line;
    }

    Optional<String> optionalLine(String field, int max) {
        return input.has(field) ? Optional.of(line(field, max)) : absent(field);
    }

    static String oneLine(String text) {
        return new Cell(1, 1, new Value.Text(text), false).text();
    }

    Title title(String field, int max) {
        StaffFields texts = new StaffFields(input.object(field));
        String kk = texts.line("kk", max);
        String ru = texts.line("ru", max);
        return kk.isEmpty() || ru.isEmpty() ? new Title("–", "–") : new Title(kk, ru);
    }

    /// `{"kk","ru"}`, or one text for both.
    Title titleOrText(String field, int max) {
        if (!input.raw(field).isTextual()) {
            return title(field, max);
        }
        String text = line(field, max);
        return text.isEmpty() ? new Title("–", "–") : new Title(text, text);
    }

    boolean flag(String field) {
        JsonNode value = input.raw(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            input.error(field, FieldProblem.WRONG_TYPE, "boolean");
        }
        return value.asBoolean();
    }

    LocalDate day(String field) {
        LocalDate day = input.date(field);
        if (!day.equals(LocalDate.EPOCH) && !possible(day)) {
            input.error(
                    field, FieldProblem.OUT_OF_RANGE, FIRST_DAY.toString(), LAST_DAY.toString());
        }
        return day;
    }

    static boolean possible(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /// Days from `first` to the optional `last`.
    Span span(String first, String last) {
        LocalDate from = day(first);
        Optional<LocalDate> to = input.has(last) ? Optional.of(day(last)) : this.absent(last);
        if (to.filter(from::isAfter).isPresent()) {
            input.error(last, DirectoryProblem.ENDS_BEFORE, from.toString());
            return Span.since(from);
        }
        return new Span(from, to);
    }

    Optional<Category> category(String field) {
        Optional<String> text = optionalLine(field, MAX_CATEGORY);
        Optional<Category> category = text.flatMap(Category::read);
        if (text.filter(given -> !given.isEmpty()).isPresent() && category.isEmpty()) {
            input.error(field, FieldProblem.BAD_FORMAT, "D-3, D-O-1");
        }
        return category;
    }

    <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type, E otherwise) {
        return input.has(field) ? Optional.of(input.oneOf(field, type, otherwise)) : absent(field);
    }

    Order order(String field) {
        StaffFields order = new StaffFields(input.object(field));
        String number = order.line("number", MAX_ORDER);
        return new Order(
                number.isEmpty() ? "–" : number,
                order.day("date"),
                order.input.optionalText("document", MAX_ORDER));
    }

    /// Notes that an optional field was read.
    private <T> Optional<T> absent(String field) {
        input.raw(field);
        return Optional.empty();
    }
}
