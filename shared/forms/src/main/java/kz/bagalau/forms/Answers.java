package kz.bagalau.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.forms.Questionnaire.Question;
import kz.bagalau.rules.Characters;
import org.jspecify.annotations.Nullable;

/// The answers of one ballot, checked against a questionnaire. Every question may be left blank; a
/// blank (an absent key, null, an empty list, a text that shows nothing) leaves no trace here.
///
/// Own words (`q29.own`) are taken with any option and with none: who chose a printed reason may
/// add one, and clients send it so.
///
/// @param chosen question to the codes chosen, ascending; one code unless the survey takes several
/// @param texts free texts by `q33` or `q29.own`, exactly as written
/// @param respondent what the respondent said about themselves, `sex` to its code
public record Answers(
        SortedMap<String, List<Integer>> chosen,
        SortedMap<String, String> texts,
        SortedMap<String, Integer> respondent) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Answers {
        chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        respondent = Collections.unmodifiableSortedMap(new TreeMap<>(respondent));
    }

    public sealed interface Result {}

    public record Accepted(Answers answers) implements Result {}

    /// All that is wrong, in the order of the keys.
    public record Rejected(List<AnswerProblem> problems) implements Result {}

    /// Checks what was sent and names all problems at once.
    ///
    /// @param answers the request's `answers`
    /// @param respondent the request's `respondent`; may be absent
    /// @param multi the questions of this survey that take several answers
    public static Result check(
            Questionnaire questionnaire,
            JsonNode answers,
            JsonNode respondent,
            Collection<String> multi) {
        return new Check(questionnaire, multi).of(answers, respondent);
    }

    /// The one form of this ballot for sealing, whatever order it was sent in: JSON in UTF-8 with
    /// sorted keys, codes ascending, always lists, no white space. It holds everything that was
    /// sent but the token.
    public byte[] canonical(String body) {
        SortedMap<String, Object> all = new TreeMap<>();
        all.put("body", body);
        SortedMap<String, Object> answers = new TreeMap<>(chosen);
        answers.putAll(texts);
        all.put("answers", answers);
        all.put("respondent", respondent);
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("checked answers are not JSON", e);
        }
    }

    private static final class Check {

        private final Questionnaire questionnaire;
        private final Collection<String> multi;
        private final List<AnswerProblem> problems = new ArrayList<>();
        private final SortedMap<String, List<Integer>> chosen = new TreeMap<>();
        private final SortedMap<String, String> texts = new TreeMap<>();
        private final SortedMap<String, Integer> about = new TreeMap<>();

        Check(Questionnaire questionnaire, Collection<String> multi) {
            this.questionnaire = questionnaire;
            this.multi = multi;
        }

        Result of(JsonNode answers, JsonNode respondent) {
            Collection<String> free = questionnaire.texts();
            sorted("/answers", answers)
                    .forEach((key, value) -> {
                        if (free.contains(key)) {
                            text(key, value);
                        } else {
                            choice("/answers", questionnaire.questions(), key, value);
                        }
                    });
            sorted("/respondent", respondent)
                    .forEach((key, value) ->
                            choice("/respondent", questionnaire.respondent(), key, value));
            if (problems.isEmpty() && chosen.isEmpty() && texts.isEmpty()) {
                note("/answers", AnswerProblem.Code.EMPTY_BALLOT, "");
            }
            return problems.isEmpty()
                    ? new Accepted(new Answers(chosen, texts, about))
                    : new Rejected(List.copyOf(problems));
        }

        private SortedMap<String, JsonNode> sorted(String pointer, JsonNode object) {
            SortedMap<String, JsonNode> fields = new TreeMap<>();
            if (object.isObject()) {
                object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            } else if (!isBlank(object)) {
                note(pointer, AnswerProblem.Code.NOT_AN_OBJECT, "");
            }
            return fields;
        }

        private static boolean isBlank(JsonNode value) {
            return value.isNull() || value.isMissingNode();
        }

        private void text(String key, JsonNode value) {
            String pointer = "/answers/" + key;
            if (value.isTextual()) {
                String text = value.textValue();
                if (text.codePointCount(0, text.length()) > Questionnaire.MAX_TEXT) {
                    note(pointer, AnswerProblem.Code.TEXT_TOO_LONG, Questionnaire.MAX_TEXT);
                } else if (text.codePoints().anyMatch(Check::unreadable)
                        || Characters.unstorable(text).isPresent()) {
                    note(pointer, AnswerProblem.Code.UNREADABLE_TEXT, key);
                } else if (!Characters.isBlank(text)) {
                    texts.put(key, text);
                }
            } else if (!isBlank(value)) {
                note(pointer, AnswerProblem.Code.NOT_TEXT, key);
            }
        }

        private static boolean unreadable(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL ->
                        character != '\n' && character != '\r' && character != '\t';
                case Character.SURROGATE -> true;
                default -> false;
            };
        }

        private void choice(
                String parent, Map<String, Question> questions, String key, JsonNode value) {
            String pointer = parent + "/" + key.replace("~", "~0").replace("/", "~1");
            @Nullable Question question = questions.get(key);
            if (question == null) {
                note(pointer, AnswerProblem.Code.UNKNOWN_QUESTION, key);
            } else if (value.isArray()) {
                if (multi.contains(key) && questionnaire.mayBeMulti().contains(key)) {
                    several(pointer, question, value);
                } else {
                    note(pointer, AnswerProblem.Code.NOT_MULTI, key);
                }
            } else if (!isBlank(value) && isOption(pointer, question, value)) {
                if (questions == questionnaire.respondent()) {
                    about.put(key, value.intValue());
                } else {
                    chosen.put(key, List.of(value.intValue()));
                }
            }
        }

        private void several(String pointer, Question question, JsonNode values) {
            SortedSet<Integer> codes = new TreeSet<>();
            for (int i = 0; i < values.size(); i++) {
                String element = pointer + "/" + i;
                if (isOption(element, question, values.get(i))
                        && !codes.add(values.get(i).intValue())) {
                    note(element, AnswerProblem.Code.DUPLICATE_OPTION, question.id());
                }
            }
            if (!codes.isEmpty()) {
                chosen.put(question.id(), List.copyOf(codes));
            }
        }

        private boolean isOption(String pointer, Question question, JsonNode value) {
            boolean option = value.isInt() && question.has(value.intValue());
            if (!option) {
                note(pointer, AnswerProblem.Code.UNKNOWN_OPTION, question.id());
            }
            return option;
        }

        private void note(String pointer, AnswerProblem.Code code, Object argument) {
            problems.add(new AnswerProblem(pointer, code, argument.toString()));
        }
    }
}
