package kz.bagalau.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.bagalau.rules.LocalText;

/// The exit interview of Appendix 12: eleven questions, of which the first takes several reasons.
/// Its texts are resource data that a translator can edit; the Kazakh text is official, the others
/// are translations. A text that is missing in a language, or an option that stands twice, is found
/// when it is loaded, which a test does.
public final class ExitQuestionnaire {

    private static final class Appendix12 {
        static final ExitQuestionnaire LOADED = load("appendix-12.json");
    }

    private final ObjectNode json;
    private final List<Question> questions;

    /// @param id `q1`
    /// @param several whether it takes several answers
    /// @param required whether it must be answered; question 8 need not be, as it has no answer for
    ///   those who never worked on a day off (C-28)
    /// @param groups of the options; one without a title where the form has no groups
    public record Question(
            String id,
            int number,
            LocalText text,
            boolean several,
            boolean required,
            List<Group> groups) {

        public List<Option> options() {
            return groups.stream().flatMap(group -> group.options().stream()).toList();
        }

        public boolean has(String option) {
            return options().stream().anyMatch(each -> each.id().equals(option));
        }
    }

    /// @param id `exit.q1.pay`; the question's where the form has no groups
    public record Group(String id, Optional<LocalText> title, List<Option> options) {}

    /// @param id `exit.q1.pay.low`
    public record Option(String id, LocalText label) {}

    private ExitQuestionnaire(ObjectNode json) {
        this.json = json;
        text(json.path("title"), "title");
        text(json.path("intro"), "intro");
        this.questions = items(json.path("questions")).map(ExitQuestionnaire::question).toList();
        Set<String> seen = new HashSet<>();
        for (Question question : questions) {
            unique(seen, question.id());
            question.options().forEach(option -> unique(seen, option.id()));
        }
    }

    /// Read at the first call.
    public static ExitQuestionnaire appendix12() {
        return Appendix12.LOADED;
    }

    private static ExitQuestionnaire load(String resource) {
        try (var stream = ExitQuestionnaire.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return read(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a questionnaire; throws [IllegalArgumentException] saying what is missing where.
    static ExitQuestionnaire read(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new ExitQuestionnaire(object);
        }
        throw new IllegalArgumentException("a questionnaire is a JSON object");
    }

    /// What is published of it: everything. A copy for the caller.
    public ObjectNode json() {
        return json.deepCopy();
    }

    public List<Question> questions() {
        return questions;
    }

    /// The question with this id; empty where there is none.
    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    private static Question question(JsonNode question) {
        String id = required(question.path("id"), "question");
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : question.path("groups")) {
            String name = required(group.path("id"), id);
            groups.add(
                    new Group(name, Optional.of(text(group.path("title"), name)), options(group)));
        }
        if (groups.isEmpty()) {
            groups.add(new Group("exit." + id, Optional.empty(), options(question)));
        }
        return new Question(
                id,
                question.path("number").intValue(),
                text(question.path("text"), id),
                question.path("several").booleanValue(),
                question.path("required").booleanValue(),
                groups);
    }

    private static List<Option> options(JsonNode of) {
        List<Option> options =
                items(of.path("options"))
                        .map(option -> {
                            String id = required(option.path("id"), "option");
                            return new Option(id, text(option.path("label"), id));
                        })
                        .toList();
        if (options.isEmpty()) {
            throw new IllegalArgumentException("no options: " + of.path("id").asText());
        }
        return options;
    }

    private static void unique(Set<String> seen, String id) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException("twice: " + id);
        }
    }

    private static LocalText text(JsonNode text, String where) {
        return new LocalText(
                required(text.path("kk"), where + " kk"),
                required(text.path("ru"), where + " ru"),
                required(text.path("en"), where + " en"));
    }

    private static String required(JsonNode value, String where) {
        String text = value.asText();
        if (!value.isTextual() || text.isBlank()) {
            throw new IllegalArgumentException("missing: " + where);
        }
        return text;
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
