package kz.bagalau.appraisal.content;

import com.fasterxml.jackson.databind.JsonNode;
import kz.bagalau.forms.appraisal.Person;
import kz.bagalau.rules.LocalText;

/// People as papers name them, from what a document says of them.
public final class PrintedPerson {

    private PrintedPerson() {}

    /// @param person `{"name", "position"?: {"kk", "ru"}, "unit"?: {"kk", "ru"}}`
    public static Person of(JsonNode person) {
        return new Person(
                person.path("name").asText(),
                title(person.path("position")),
                title(person.path("unit")));
    }

    /// A title of the directory, which has no English: there it stands in Russian.
    ///
    /// @param title `{"kk", "ru"}`; empty texts where it is missing
    public static LocalText title(JsonNode title) {
        String ru = title.path("ru").asText("");
        return new LocalText(title.path("kk").asText(""), ru, ru);
    }
}
