package kz.bagalau.worktime.act;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.bagalau.cases.Document;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.FieldProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.worktime.desk.Desk;
import kz.bagalau.worktime.desk.Parts;

/// `GET /visits/{visit}/people?name=`: whom an official of a visit that is under way may write an
/// act on. It finds people of the visited body by the beginnings of their names, so that nobody
/// needs to type the number that the directory gives them; never the whole list, and nothing but
/// name and unit. Each reading is in the visit's audit trail, with whom it showed.
public final class PeopleSearch {

    /// The fewest letters that are looked for.
    private static final int FEWEST = 3;

    private static final int MOST_LETTERS = 100;
    private static final int MOST_PEOPLE = 10;

    private final Desk desk;
    private final Schedules schedules;

    public PeopleSearch(Desk desk, Schedules schedules) {
        this.desk = desk;
        this.schedules = schedules;
    }

    /// @param words in small letters
    public record Sought(List<String> words) {}

    public static Input.Result<Sought> read(Request request) {
        List<String> words =
                words(request.query("name").orElse("")).filter(word -> !word.isEmpty()).toList();
        int letters = words.stream().mapToInt(String::length).sum();
        return letters < FEWEST || letters > MOST_LETTERS
                ? new Input.Rejected<>(
                        Problem.invalid(
                                List.of(
                                        new Problem.Error(
                                                "name",
                                                FieldProblem.OUT_OF_RANGE,
                                                Integer.toString(FEWEST),
                                                Integer.toString(MOST_LETTERS)))))
                : new Input.Accepted<>(new Sought(words));
    }

    public Response answer(Caller caller, Document visit, Sought sought) {
        if (!visit.state().equals("IN_PROGRESS")) {
            return Problem.wrongState(visit.state());
        }
        List<Schedules.Person> found =
                schedules.people(Parts.body(visit), desk.today()).stream()
                        .filter(person -> isSought(person, sought))
                        .toList();
        List<Schedules.Person> shown = found.stream().limit(MOST_PEOPLE).toList();
        desk.noteReading(
                caller,
                visit,
                shown.stream()
                        .map(Schedules.Person::employee)
                        .collect(Collectors.joining(" ", "people ", "")));
        ObjectNode json = Json.object();
        ArrayNode people = json.putArray("people");
        for (Schedules.Person person : shown) {
            ObjectNode one =
                    people.addObject()
                            .put("employee", person.employee())
                            .put("name", person.name());
            person.unit()
                    .ifPresent(unit ->
                            one.putObject("unit").put("kk", unit.kk()).put("ru", unit.ru()));
        }
        return Response.ok(json.put("more", found.size() > shown.size()));
    }

    /// Whether each word that was typed begins a word of the name.
    private static boolean isSought(Schedules.Person person, Sought sought) {
        List<String> names = words(person.name()).toList();
        return sought.words().stream()
                .allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
    }

    /// In small letters; a double name is two words.
    private static Stream<String> words(String name) {
        return Arrays.stream(name.strip().toLowerCase(Locale.ROOT).split("[\\s.,-]+"));
    }
}
