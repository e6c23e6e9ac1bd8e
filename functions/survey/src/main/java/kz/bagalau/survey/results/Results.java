package kz.bagalau.survey.results;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.bagalau.facts.Publication;
import kz.bagalau.survey.surveys.Survey;

/// What is published of a survey, after disclosure control; and the free texts, which are the
/// Agency's only.
public interface Results {

    /// The result of one group.
    ///
    /// @param group the ballot group
    /// @param result everything that may be shown of it, by cuts too
    /// @param texts masked free texts by question, in an order that says nothing
    /// @param facts what the survey says of the group's own body; nothing for a pool, nor where no
    ///   statement was answered by enough people
    record Published(
            String group,
            ObjectNode result,
            Map<String, List<String>> texts,
            Optional<Publication> facts) {

        public Published {
            texts = Map.copyOf(texts);
        }
    }

    /// Whether the group's result is there.
    boolean has(Survey survey, String group);

    /// Stores a group's result and its facts together, once: what is there already stays.
    void publish(Survey survey, Published published);

    Optional<ObjectNode> find(Survey survey, String group);

    /// The texts by question.
    Map<String, List<String>> texts(Survey survey, String group);
}
