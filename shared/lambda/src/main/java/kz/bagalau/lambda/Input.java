package kz.bagalau.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.bagalau.lambda.codes.SlipCode;
import kz.bagalau.rules.Characters;

/// The object a request carries, read field by field. Every reading of a field that is wrong notes
/// the error and gives a harmless value, so that one pass finds all errors; [#finish] then refuses
/// the fields nobody read and hands over either the value or the problem.
public final class Input {

    private static final int SHA256_BYTES = 32;

    /// What a request became.
    public sealed interface Result<T> {}

    public record Accepted<T>(T value) implements Result<T> {}

    public record Rejected<T>(Problem problem) implements Result<T> {}

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern PERSON = Pattern.compile("[^#\\p{Cntrl}]+");
    private static final String PERSON_EXAMPLE = "emp-1";

    /// The days that anything here can be about.
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /// A code has 17 characters; people put what they like between them.
    private static final int MAX_TYPED_CODE = 100;

    private static final SlipCode NO_CODE = new SlipCode("0000-0000-0000-0000-0");

    private final ObjectNode object;
    private final String pointer;
    private final List<Problem.Error> errors;
    private final Set<String> read = new HashSet<>();
    private final List<Input> children = new ArrayList<>();
    private final boolean readable;

    private Input(ObjectNode object, String pointer, List<Problem.Error> errors, boolean readable) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
        this.readable = readable;
    }

    /// Reads a request's body of at most `maxBytes` bytes.
    static Input of(String text, int maxBytes) {
        List<Problem.Error> errors = new ArrayList<>();
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            errors.add(new Problem.Error("", FieldProblem.TOO_LONG, Integer.toString(maxBytes)));
            return new Input(Json.object(), "", errors, false);
        }
        try {
            if (Json.parse(text) instanceof ObjectNode object) {
                refuseUnstorable(object, "", errors);
                return new Input(object, "", errors, true);
            }
            errors.add(new Problem.Error("", FieldProblem.NOT_AN_OBJECT));
        } catch (StreamConstraintsException e) {
            errors.add(
                    new Problem.Error("", FieldProblem.TOO_DEEP, Integer.toString(Json.MAX_DEPTH)));
        } catch (JsonProcessingException e) {
            boolean duplicate = e.getOriginalMessage().startsWith("Duplicate field");
            errors.add(
                    new Problem.Error(
                            "",
                            duplicate ? FieldProblem.DUPLICATE_FIELD : FieldProblem.NOT_JSON,
                            location(e)));
        }
        return new Input(Json.object(), "", errors, false);
    }

    /// Notes every text and every field's name that no store can take, wherever it stands.
    private static void refuseUnstorable(
            JsonNode node, String pointer, List<Problem.Error> errors) {
        if (node.isTextual()) {
            refuseUnstorable(node.textValue(), pointer, errors);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseUnstorable(node.get(i), pointer + "/" + i, errors);
            }
        }
        node.properties()
                .forEach(field -> {
                    refuseUnstorable(field.getKey(), pointer, errors);
                    refuseUnstorable(
                            field.getValue(), pointer + "/" + escape(field.getKey()), errors);
                });
    }

    private static void refuseUnstorable(String text, String pointer, List<Problem.Error> errors) {
        Characters.unstorable(text)
                .ifPresent(point ->
                        errors.add(
                                new Problem.Error(
                                        pointer,
                                        FieldProblem.BAD_CHARACTER,
                                        "U+%04X".formatted(point))));
    }

    private static String location(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }

    /// Notes an error found by the caller at one of this object's fields.
    public void error(String field, ProblemCode code, String... arguments) {
        errors.add(new Problem.Error(at(field), code, arguments));
    }

    /// Notes errors found by the caller, whose pointers start at this object.
    public void errors(List<Problem.Error> found) {
        for (Problem.Error error : found) {
            errors.add(
                    new Problem.Error(pointer + error.pointer(), error.code(), error.arguments()));
        }
    }

    public boolean has(String field) {
        return object.hasNonNull(field);
    }

    /// Whether an error was noted at a field, so that its value is none to compare with.
    public boolean isWrong(String field) {
        String place = at(field);
        return errors.stream().anyMatch(error -> error.pointer().equals(place));
    }

    /// The value as it stands, for fields whose shape is the caller's business.
    public JsonNode raw(String field) {
        read.add(field);
        JsonNode value = object.get(field);
        return value == null ? MissingNode.getInstance() : value;
    }

    /// A text of 1 to `max` characters, without surrounding white space.
    public String text(String field, int max) {
        JsonNode value = required(field);
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            error(field, FieldProblem.WRONG_TYPE, "string");
            return "";
        }
        String text = value.textValue().strip();
        if (Characters.isBlank(text)) {
            error(field, FieldProblem.REQUIRED);
            return "";
        }
        if (text.codePointCount(0, text.length()) > max) {
            error(field, FieldProblem.TOO_LONG, Integer.toString(max));
        }
        return text;
    }

    /// Somebody's name in tokens, the claim `sub`: one line without `#`.
    public String person(String field, int max) {
        String text = text(field, max);
        if (!text.isEmpty() && !isPerson(text)) {
            error(field, FieldProblem.BAD_FORMAT, PERSON_EXAMPLE);
        }
        return text;
    }

    /// Different people, as [#person].
    public Set<String> people(String field, int min, int max, int length) {
        Set<String> people = texts(field, min, max, length);
        int i = 0;
        for (String person : people) {
            if (!isPerson(person)) {
                error(field + "/" + i, FieldProblem.BAD_FORMAT, PERSON_EXAMPLE);
            }
            i++;
        }
        return people;
    }

    private static boolean isPerson(String text) {
        return PERSON.matcher(text).matches();
    }

    public Optional<String> optionalText(String field, int max) {
        return has(field) ? Optional.of(text(field, max)) : absent(field);
    }

    /// The name of a file: without directories, line breaks, and the signs that turn the direction
    /// of writing, by which a name shows another ending than it has.
    public String fileName(String field, int max) {
        String name = text(field, max);
        name.codePoints()
                .filter(Input::isNoPartOfAName)
                .findFirst()
                .ifPresent(point ->
                        error(field, FieldProblem.BAD_CHARACTER, "U+%04X".formatted(point)));
        return name;
    }

    private static boolean isNoPartOfAName(int point) {
        return switch (Character.getDirectionality(point)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                    true;
            default -> point == '/' || point == '\\' || Character.isISOControl(point);
        };
    }

    /// An identifier: small Latin letters, digits and hyphens, at most 63.
    public String id(String field) {
        String text = text(field, 63);
        if (!text.isEmpty() && !isId(text)) {
            error(field, FieldProblem.BAD_FORMAT, "a-z 0-9 -");
        }
        return text;
    }

    public Optional<String> optionalId(String field) {
        return has(field) ? Optional.of(id(field)) : absent(field);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    public int integer(String field, int min, int max) {
        JsonNode value = required(field);
        if (value.isMissingNode()) {
            return min;
        }
        if (!value.isIntegralNumber()) {
            error(field, FieldProblem.WRONG_TYPE, "integer");
            return min;
        }
        if (!value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            error(field, FieldProblem.OUT_OF_RANGE, Integer.toString(min), Integer.toString(max));
            return min;
        }
        return value.intValue();
    }

    public int integer(String field, int min, int max, int otherwise) {
        if (has(field)) {
            return integer(field, min, max);
        }
        absent(field);
        return otherwise;
    }

    /// One of an enum's constants, by name.
    public <E extends Enum<E>> E oneOf(String field, Class<E> type, E otherwise) {
        String text = text(field, 40);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            error(field, FieldProblem.NOT_ALLOWED, text);
        }
        return otherwise;
    }

    /// A day as an ISO local date, from [#FIRST_DAY] to [#LAST_DAY]: another one is a slip of
    /// whoever typed the year. The epoch where it is none.
    public LocalDate date(String field) {
        String text = text(field, 10);
        if (!text.isEmpty()) {
            try {
                LocalDate day = LocalDate.parse(text);
                return possible(field, day) ? day : LocalDate.EPOCH;
            } catch (DateTimeParseException e) {
                error(field, FieldProblem.BAD_FORMAT, "2025-12-31");
            }
        }
        return LocalDate.EPOCH;
    }

    private boolean possible(String field, LocalDate day) {
        boolean possible = !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
        if (!possible) {
            error(field, FieldProblem.OUT_OF_RANGE, FIRST_DAY.toString(), LAST_DAY.toString());
        }
        return possible;
    }

    /// An instant as RFC 3339 with an offset, on a day as [#date] takes it.
    public Instant instant(String field) {
        String text = text(field, 40);
        if (!text.isEmpty()) {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                return possible(field, moment.toLocalDate()) ? moment.toInstant() : Instant.EPOCH;
            } catch (DateTimeParseException e) {
                error(field, FieldProblem.BAD_FORMAT, "2025-11-03T09:00:00+05:00");
            }
        }
        return Instant.EPOCH;
    }

    /// Different texts, `min` to `max` of them, each of at most `length` characters.
    public Set<String> texts(String field, int min, int max, int length) {
        JsonNode value = required(field);
        Set<String> texts = new LinkedHashSet<>();
        if (value.isMissingNode()) {
            return texts;
        }
        if (!value.isArray()) {
            error(field, FieldProblem.WRONG_TYPE, "array");
            return texts;
        }
        if (value.size() < min) {
            error(field, FieldProblem.TOO_FEW, Integer.toString(min));
        }
        if (value.size() > max) {
            error(field, FieldProblem.TOO_MANY, Integer.toString(max));
            return texts;
        }
        for (int i = 0; i < value.size(); i++) {
            String element = field + "/" + i;
            String text = value.get(i).isTextual() ? value.get(i).textValue().strip() : "";
            if (Characters.isBlank(text)) {
                error(element, FieldProblem.WRONG_TYPE, "string");
            } else if (text.codePointCount(0, text.length()) > length) {
                error(element, FieldProblem.TOO_LONG, Integer.toString(length));
            } else if (!texts.add(text)) {
                error(element, FieldProblem.REPEATED, text);
            }
        }
        return texts;
    }

    public Set<String> optionalTexts(String field, int max, int length) {
        if (has(field)) {
            return texts(field, 0, max, length);
        }
        absent(field);
        return Set.of();
    }

    /// Different identifiers, as [#id].
    public Set<String> ids(String field, int min, int max) {
        Set<String> ids = texts(field, min, max, 63);
        for (String id : ids) {
            if (!isId(id)) {
                error(field, FieldProblem.BAD_FORMAT, "a-z 0-9 -");
            }
        }
        return ids;
    }

    /// Bytes as base64url without padding, exactly `length` of them.
    public byte[] bytes(String field, int length) {
        String text = text(field, length * 2);
        if (!text.isEmpty()) {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (bytes.length == length) {
                    return bytes;
                }
            } catch (IllegalArgumentException e) {
                // reported below, together with a wrong length
            }
            error(field, FieldProblem.BAD_FORMAT, "base64url, " + length);
        }
        return new byte[length];
    }

    /// A SHA-256 checksum in base64, as S3 and most tools write it, or in base64url.
    ///
    /// @return in base64 with padding; empty where it is none
    public String sha256(String field) {
        String text = text(field, 60);
        try {
            byte[] hash = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            if (hash.length == SHA256_BYTES) {
                return Base64.getEncoder().encodeToString(hash);
            }
        } catch (IllegalArgumentException e) {
            // reported below, together with a wrong length
        }
        if (!text.isEmpty()) {
            error(field, FieldProblem.BAD_FORMAT, "base64, " + SHA256_BYTES);
        }
        return "";
    }

    /// A code as people type it. One whose check character does not go with the others is a typing
    /// mistake, which needs no store to be found.
    public SlipCode slipCode(String field) {
        String text = text(field, MAX_TYPED_CODE);
        return switch (SlipCode.of(text)) {
            case SlipCode.Read(var code) -> code;
            case SlipCode.Mistyped() -> noCode(field, FieldProblem.MISTYPED_CODE);
            case SlipCode.NotACode() ->
                    text.isEmpty() ? NO_CODE : noCode(field, FieldProblem.NOT_A_CODE);
        };
    }

    private SlipCode noCode(String field, FieldProblem problem) {
        error(field, problem);
        return NO_CODE;
    }

    /// The object in a field; one without fields where it is missing or no object.
    public Input object(String field) {
        JsonNode value = required(field);
        if (value instanceof ObjectNode child) {
            return child(child, field);
        }
        if (!value.isMissingNode()) {
            error(field, FieldProblem.WRONG_TYPE, "object");
        }
        return new Input(Json.object(), at(field), errors, false);
    }

    /// The object in an optional field as it stands, for names that are the caller's business; one
    /// without fields where it is missing or no object.
    public ObjectNode json(String field) {
        JsonNode value = raw(field);
        if (value instanceof ObjectNode object) {
            return object;
        }
        if (!value.isMissingNode() && !value.isNull()) {
            error(field, FieldProblem.WRONG_TYPE, "object");
        }
        return Json.object();
    }

    public Optional<Input> optionalObject(String field) {
        return has(field) ? Optional.of(object(field)) : absent(field);
    }

    /// The objects of an array; none where the field is absent.
    public List<Input> objects(String field, int max) {
        read.add(field);
        JsonNode value = object.path(field);
        List<Input> objects = new ArrayList<>();
        if (value.isMissingNode() || value.isNull()) {
            return objects;
        }
        if (!value.isArray()) {
            error(field, FieldProblem.WRONG_TYPE, "array");
        } else if (value.size() > max) {
            error(field, FieldProblem.TOO_MANY, Integer.toString(max));
        } else {
            for (int i = 0; i < value.size(); i++) {
                if (value.get(i) instanceof ObjectNode child) {
                    objects.add(child(child, field + "/" + i));
                } else {
                    error(field + "/" + i, FieldProblem.WRONG_TYPE, "object");
                }
            }
        }
        return objects;
    }

    /// The value where nothing was wrong, else everything that was.
    public <T> Result<T> finish(Supplier<T> value) {
        refuseUnread();
        return errors.isEmpty()
                ? new Accepted<>(value.get())
                : new Rejected<>(
                        !readable && errors.getFirst().code() == FieldProblem.TOO_LONG
                                ? Problem.of(HttpProblem.TOO_LARGE, errors)
                                : Problem.invalid(errors));
    }

    private void refuseUnread() {
        object.fieldNames()
                .forEachRemaining(field -> {
                    if (!read.contains(field)) {
                        error(escape(field), FieldProblem.UNKNOWN_FIELD, field);
                    }
                });
        children.forEach(Input::refuseUnread);
    }

    private Input child(ObjectNode child, String field) {
        Input input = new Input(child, at(field), errors, true);
        children.add(input);
        return input;
    }

    private JsonNode required(String field) {
        read.add(field);
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            if (readable) {
                error(field, FieldProblem.REQUIRED);
            }
            return MissingNode.getInstance();
        }
        return value;
    }

    private <T> Optional<T> absent(String field) {
        read.add(field);
        return Optional.empty();
    }

    private String at(String field) {
        return field.isEmpty() ? pointer : pointer + "/" + field;
    }

    /// A field's name as it stands in a JSON pointer (RFC 6901).
    public static String escape(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }
}
