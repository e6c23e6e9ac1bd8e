package kz.bagalau.appraisal;

import static kz.bagalau.lambda.Access.only;
import static kz.bagalau.lambda.Access.signedIn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import kz.bagalau.appraisal.methodology.FormSheet;
import kz.bagalau.appraisal.methodology.MethodologyForm;
import kz.bagalau.appraisal.methodology.MethodologyJson;
import kz.bagalau.cases.Saved;
import kz.bagalau.directory.AppraisalForms;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.EmployeeMethodologies;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoAppraisalForms;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoEmployeeMethodologies;
import kz.bagalau.lambda.Caller;
import kz.bagalau.lambda.HttpFunction;
import kz.bagalau.lambda.HttpProblem;
import kz.bagalau.lambda.Input;
import kz.bagalau.lambda.Json;
import kz.bagalau.lambda.Path;
import kz.bagalau.lambda.Problem;
import kz.bagalau.lambda.Request;
import kz.bagalau.lambda.Response;
import kz.bagalau.lambda.Role;
import kz.bagalau.lambda.Route;
import kz.bagalau.lambda.Routes;
import kz.bagalau.rules.appraisal.EmployeeMethodology;
import kz.bagalau.rules.appraisal.MethodologyRecord;

/// By which act, with which settings and on which forms bodies assess their employees.
public final class ManageMethodologies extends HttpFunction {

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}");

    private final Bodies bodies;
    private final EmployeeMethodologies methodologies;
    private final AppraisalForms forms;

    public ManageMethodologies() {
        this(
                DynamoBodies.fromEnvironment(),
                DynamoEmployeeMethodologies.fromEnvironment(),
                DynamoAppraisalForms.fromEnvironment());
    }

    ManageMethodologies(Bodies bodies, EmployeeMethodologies methodologies, AppraisalForms forms) {
        this.bodies = bodies;
        this.methodologies = methodologies;
        this.forms = forms;
    }

    /// A record that a path names.
    private record Place(String body, EmployeeMethodology methodology) {}

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/employee-methodologies", signedIn()).answers(this::procedures),
                Route.get(
                                "/bodies/{body}/employee-methodologies",
                                only(Role.AGENCY).orOwn(Role.HR, Role.HEAD))
                        .of(this::body)
                        .answers(this::ofBody),
                Route.put("/bodies/{body}/employee-methodologies/{methodology}", only(Role.AGENCY))
                        .of(this::place)
                        .readsWith((request, place) ->
                                MethodologyForm.parse(request, place.methodology()))
                        .answers(this::put),
                Route.get("/appraisal-forms/{form}", signedIn())
                        .of(ManageMethodologies::form)
                        .reads(ManageMethodologies::version)
                        .answers(this::showForm),
                Route.put("/appraisal-forms/{form}", only(Role.AGENCY))
                        .of(ManageMethodologies::form)
                        .readsWith(FormSheet::parse)
                        .answers(this::putForm));
    }

    private Optional<StateBody> body(Caller caller, Path path) {
        return bodies.find(path.get("body"));
    }

    private Optional<Place> place(Caller caller, Path path) {
        return body(caller, path)
                .flatMap(body ->
                        EmployeeMethodology.named(path.get("methodology"))
                                .map(methodology -> new Place(body.id(), methodology)));
    }

    private static Optional<FormSheet.Name> form(Caller caller, Path path) {
        return FormSheet.named(path.get("form"));
    }

    private static Input.Result<OptionalLong> version(Request request) {
        Optional<String> version = request.query("version");
        return version.filter(text -> !VERSION.matcher(text).matches()).isPresent()
                ? new Input.Rejected<>(Problem.of(HttpProblem.NOT_FOUND))
                : new Input.Accepted<>(
                        version.map(text -> OptionalLong.of(Long.parseLong(text)))
                                .orElseGet(OptionalLong::empty));
    }

    private Response procedures(Caller caller, Path path) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("methodologies");
        for (EmployeeMethodology methodology : EmployeeMethodology.values()) {
            list.add(MethodologyJson.procedure(methodology));
        }
        return Response.ok(json);
    }

    private Response ofBody(Caller caller, StateBody body) {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("methodologies");
        methodologies.of(body.id()).forEach(edition -> list.add(MethodologyJson.record(edition)));
        return Response.ok(json);
    }

    /// What stands is changed by who names its version; what is new needs none.
    private Response put(Caller caller, Place place, MethodologyForm form) {
        OptionalLong seen = OptionalLong.of(form.seen().orElse(0));
        return switch (methodologies.put(place.body(), form.record(), seen, caller)) {
            case Saved.Kept<MethodologyRecord>(var edition) ->
                    Response.ok(MethodologyJson.record(edition));
            case Saved.Changed<MethodologyRecord> _ ->
                    methodologies
                            .find(place.body(), place.methodology())
                            .<Response>map(now -> Problem.changed(MethodologyJson.record(now)))
                            .orElseGet(() -> Problem.of(HttpProblem.CHANGED));
        };
    }

    private Response showForm(Caller caller, FormSheet.Name name, OptionalLong version) {
        return (switch (name) {
                    case FormSheet.Annex(var annex) ->
                            (version.isPresent()
                                            ? forms.find(annex, version.getAsLong())
                                            : Optional.of(forms.find(annex)))
                                    .map(edition -> FormSheet.annex(annex, edition));
                    case FormSheet.Protocol() ->
                            (version.isPresent()
                                            ? forms.protocol(version.getAsLong())
                                            : Optional.of(forms.protocol()))
                                    .map(FormSheet::protocol);
                })
                .map(Response::ok)
                .orElseGet(Response::notFound);
    }

    private Response putForm(Caller caller, FormSheet.Name name, FormSheet sheet) {
        OptionalLong seen = OptionalLong.of(sheet.seen().orElse(0));
        return switch (sheet.form()) {
            case FormSheet.OfAnnex(var annex, var value) ->
                    switch (forms.put(annex, value, seen, caller)) {
                        case Saved.Kept<?> _ ->
                                Response.ok(FormSheet.annex(annex, forms.find(annex)));
                        case Saved.Changed<?> _ ->
                                Problem.changed(FormSheet.annex(annex, forms.find(annex)));
                    };
            case FormSheet.OfProtocol(var value) ->
                    switch (forms.putProtocol(value, seen, caller)) {
                        case Saved.Kept<?> _ -> Response.ok(FormSheet.protocol(forms.protocol()));
                        case Saved.Changed<?> _ ->
                                Problem.changed(FormSheet.protocol(forms.protocol()));
                    };
        };
    }
}
