package kz.bagalau.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.bagalau.rules.LocalText;
import org.jspecify.annotations.Nullable;

/// A questionnaire in three languages: sections of questions, and what respondents may say about
/// themselves. Its texts are resource data that a translator can edit; a text that is missing in a
/// language, or a code that stands twice, is found when it is loaded, which a test does.
public final class Questionnaire {

    /// The longest free text, in characters (Unicode code points).
    public static final int MAX_TEXT = 400;

    private static final String OWN = ".own";

    // DOUBT: Appendix 9 asks for one answer only, but words q29 and q32 in the plural (C-26), read
    // as
    // one answer because the instruction says so of all; a survey may name them as multi.
    private static final Set<String> MAY_BE_MULTI = Set.of("q29", "q32");

    private final ObjectNode json;
    private final LocalText title;
    private final List<Section> sections;
    private final Map<String, Question> questions;
    private final Map<String, Question> respondent;

    private Questionnaire(ObjectNode json) {
        this.json = json;
        this.title = text(json.path("title"), "title");
        this.sections = items(json.path("sections")).map(Questionnaire::section).toList();
        this.questions =
                byKey(sections.stream().flatMap(section -> section.questions().stream()).toList());
        this.respondent =
                byKey(
                        items(json.at("/demographics/questions"))
                                .map(Questionnaire::respondentQuestion)
                                .toList());
    }

    /// The questionnaire of administrative civil servants, Appendix 9 of the Methodology: 35
    /// statements, of which 1 to 26 feed indicators. The Kazakh text is official, the others are
    /// translations. Read at the first call.
    public static Questionnaire appendix9() {
        return Appendix9.LOADED;
    }

    /// By the name that a survey is opened with.
    public static Optional<Questionnaire> named(String name) {
        return name.equals("appendix-9") ? Optional.of(appendix9()) : Optional.empty();
    }

    private static final class Appendix9 {
        static final Questionnaire LOADED = load("appendix-9.json");
    }

    private static Questionnaire load(String resource) {
        try (var stream = Questionnaire.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return read(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a questionnaire; throws [IllegalArgumentException] saying what is missing where.
    static Questionnaire read(JsonNode json) {
        if (json instanceof ObjectNode object) {
            return new Questionnaire(object);
        }
        throw new IllegalArgumentException("a questionnaire is a JSON object");
    }

    /// What is published of it: everything, with the notes on the source. A copy for the caller.
    public ObjectNode json() {
        return json.deepCopy();
    }

    public LocalText title() {
        return title;
    }

    public List<Section> sections() {
        return sections;
    }

    /// All numbered questions by id (`q1`), in their order.
    public Map<String, Question> questions() {
        return questions;
    }

    /// What a respondent may say about themselves, by the key used in ballots and cuts: `sex`,
    /// `position`, `service`.
    public Map<String, Question> respondent() {
        return respondent;
    }

    /// The question with this id or key; throws [IllegalArgumentException] where there is none.
    public Question question(String id) {
        @Nullable Question question = questions.getOrDefault(id, respondent.get(id));
        if (question == null) {
            throw new IllegalArgumentException("no question " + id);
        }
        return question;
    }

    /// The ids under which free text may stand: `q29.own`, `q32.own`, `q33`, `q34`, `q35`.
    public List<String> texts() {
        return questions.values().stream()
                .filter(question -> question.freeText() || question.ownAnswer())
                .map(question -> question.freeText() ? question.id() : question.id() + OWN)
                .toList();
    }

    /// The ids of the questions that a survey may open for several answers.
    public Set<String> mayBeMulti() {
        return MAY_BE_MULTI;
    }

    /// @param indicator the symbol of the indicator it feeds, none for the additional questions
    public record Section(
            String id, LocalText title, Optional<String> indicator, List<Question> questions) {}

    /// @param id `q1`; for respondent questions the key, `sex`
    /// @param freeText answered in words; then there are no options
    /// @param scored whether it feeds an index of agreement, on the codes 1 to 4
    public record Question(
            String id,
            int number,
            LocalText text,
            boolean freeText,
            boolean scored,
            List<Option> options) {

        public boolean has(int code) {
            return options.stream().anyMatch(option -> option.code() == code);
        }

        /// Whether an option invites the respondent's own words.
        public boolean ownAnswer() {
            return options.stream().anyMatch(Option::own);
        }
    }

    /// @param own whether it stands for an answer in the respondent's own words
    public record Option(int code, LocalText label, boolean own) {}

    private static Section section(JsonNode section) {
        String id = required(section.path("id"), "section");
        return new Section(
                id,
                text(section.path("title"), id),
                Optional.ofNullable(section.path("indicator").textValue()),
                items(section.path("statements"))
                        .map(statement -> question(statement, required(statement.path("id"), id)))
                        .toList());
    }

    /// `demo1_sex` of the source is `sex` in a ballot.
    private static Question respondentQuestion(JsonNode question) {
        String id = required(question.path("id"), "demographics");
        return question(question, id.substring(id.indexOf('_') + 1));
    }

    private static Question question(JsonNode question, String id) {
        boolean freeText =
                switch (required(question.path("answer_type"), id)) {
                    case "single" -> false;
                    case "free_text" -> true;
                    case String other ->
                            throw new IllegalArgumentException(id + ": answer type " + other);
                };
        List<Option> options = items(question.path("options")).map(o -> option(o, id)).toList();
        Set<Integer> codes = new HashSet<>();
        for (Option option : options) {
            if (!codes.add(option.code())) {
                throw new IllegalArgumentException(id + ": code twice: " + option.code());
            }
        }
        if (freeText != options.isEmpty()) {
            throw new IllegalArgumentException(id + ": options and answer type contradict");
        }
        boolean scored = question.path("index").isTextual();
        if (scored && !codes.equals(Set.of(1, 2, 3, 4))) {
            throw new IllegalArgumentException(id + ": scored, but its codes are " + codes);
        }
        if (freeText) {
            text(question.path("prompt"), id + " prompt");
        }
        return new Question(
                id,
                question.path("number").intValue(),
                text(question.path("text"), id),
                freeText,
                scored,
                options);
    }

    private static Option option(JsonNode option, String question) {
        if (!option.path("code").isInt()) {
            throw new IllegalArgumentException(question + ": an option without a code");
        }
        return new Option(
                option.path("code").intValue(),
                text(option.path("label"), question + " option"),
                option.path("own_answer").booleanValue());
    }

    private static LocalText text(JsonNode text, String where) {
        return new LocalText(
                required(text.path("kk"), where + " kk"),
                required(text.path("ru"), where + " ru"),
                required(text.path("en"), where + " en"));
    }

    private static String required(JsonNode value, String where) {
        @Nullable String text = value.textValue();
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("missing: " + where);
        }
        return text;
    }

    private static Map<String, Question> byKey(List<Question> questions) {
        Map<String, Question> byKey = new LinkedHashMap<>();
        for (Question question : questions) {
            if (byKey.put(question.id(), question) != null) {
                throw new IllegalArgumentException("question twice: " + question.id());
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
