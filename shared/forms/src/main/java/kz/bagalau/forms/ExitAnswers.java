package kz.bagalau.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.bagalau.forms.ExitQuestionnaire.Question;

/// The answers of one exit interview, checked against Appendix 12: every question is answered but
/// those that need not be, with one option each, question 1 with one or more.
///
/// @param chosen question (`q1`) to the ids of the chosen options, in the order of ids
public record ExitAnswers(SortedMap<String, List<String>> chosen) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ExitAnswers {
        chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    }

    public sealed interface Result {}

    public record Accepted(ExitAnswers answers) implements Result {}

    /// All that is wrong: first what was sent, in the order of the keys, then what is missing.
    public record Rejected(List<AnswerProblem> problems) implements Result {}

    /// Checks what was sent as `answers` and names all problems at once.
    public static Result check(ExitQuestionnaire questionnaire, JsonNode answers) {
        return new Check(questionnaire).of(answers);
    }

    /// The options chosen for a question; none where it is left blank.
    public List<String> to(String question) {
        return chosen.getOrDefault(question, List.of());
    }

    /// One form for the same answers, whatever order they were sent in.
    public String canonical() {
        try {
            return JSON.writeValueAsString(chosen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("checked answers are not JSON", e);
        }
    }

    /// Reads the canonical form.
    public static ExitAnswers of(String canonical) {
        SortedMap<String, List<String>> chosen = new TreeMap<>();
        try {
            JSON.readTree(canonical)
                    .properties()
                    .forEach(answer -> {
                        List<String> options = new ArrayList<>();
                        answer.getValue().forEach(option -> options.add(option.asText()));
                        chosen.put(answer.getKey(), List.copyOf(options));
                    });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answers cannot be read", e);
        }
        return new ExitAnswers(chosen);
    }

    private static final class Check {

        private final ExitQuestionnaire questionnaire;
        private final List<AnswerProblem> problems = new ArrayList<>();
        private final SortedMap<String, List<String>> chosen = new TreeMap<>();

        Check(ExitQuestionnaire questionnaire) {
            this.questionnaire = questionnaire;
        }

        Result of(JsonNode answers) {
            SortedMap<String, JsonNode> given = new TreeMap<>();
            if (answers.isObject()) {
                answers.properties().forEach(each -> given.put(each.getKey(), each.getValue()));
            } else if (!answers.isNull() && !answers.isMissingNode()) {
                note("/answers", AnswerProblem.Code.NOT_AN_OBJECT, "");
            }
            given.forEach((key, value) ->
                    questionnaire
                            .question(key)
                            .ifPresentOrElse(
                                    question -> answer(question, value),
                                    () ->
                                            note(
                                                    pointer(key),
                                                    AnswerProblem.Code.UNKNOWN_QUESTION,
                                                    key)));
            for (Question question : questionnaire.questions()) {
                if (question.required() && isBlank(given, question.id())) {
                    note(
                            pointer(question.id()),
                            AnswerProblem.Code.UNANSWERED,
                            Integer.toString(question.number()));
                }
            }
            return problems.isEmpty()
                    ? new Accepted(new ExitAnswers(chosen))
                    : new Rejected(List.copyOf(problems));
        }

        private static boolean isBlank(Map<String, JsonNode> given, String question) {
            return Optional.ofNullable(given.get(question))
                    .filter(value -> !value.isNull() && !(value.isArray() && value.isEmpty()))
                    .isEmpty();
        }

        private void answer(Question question, JsonNode value) {
            if (value.isArray()) {
                several(question, value);
            } else if (!value.isNull() && isOption(question, pointer(question.id()), value)) {
                chosen.put(question.id(), List.of(value.asText()));
            }
        }

        private void several(Question question, JsonNode values) {
            if (!question.several() && values.size() > 1) {
                note(
                        pointer(question.id()),
                        AnswerProblem.Code.NOT_MULTI,
                        Integer.toString(question.number()));
                return;
            }
            Collection<String> options = new TreeSet<>();
            for (int i = 0; i < values.size(); i++) {
                String element = pointer(question.id()) + "/" + i;
                if (isOption(question, element, values.get(i))
                        && !options.add(values.get(i).asText())) {
                    note(element, AnswerProblem.Code.DUPLICATE_OPTION, values.get(i).asText());
                }
            }
            if (!options.isEmpty()) {
                chosen.put(question.id(), List.copyOf(options));
            }
        }

        private boolean isOption(Question question, String at, JsonNode value) {
            boolean option = value.isTextual() && question.has(value.asText());
            if (!option) {
                note(at, AnswerProblem.Code.UNKNOWN_OPTION, Integer.toString(question.number()));
            }
            return option;
        }

        private static String pointer(String key) {
            return "/answers/" + key.replace("~", "~0").replace("/", "~1");
        }

        private void note(String pointer, AnswerProblem.Code code, String argument) {
            problems.add(new AnswerProblem(pointer, code, argument));
        }
    }
}
