package kz.bagalau.directory.http;

import static kz.bagalau.lambda.Access.own;

import java.util.List;
import java.util.Optional;
import kz.bagalau.directory.Bodies;
import kz.bagalau.directory.StaffRecords;
import kz.bagalau.directory.Staffs;
import kz.bagalau.directory.StateBody;
import kz.bagalau.directory.dynamo.DynamoBodies;
import kz.bagalau.directory.dynamo.DynamoStaffs;
import kz.bagalau.forms.workbook.file.FileType;
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
import kz.bagalau.rules.Language;

/// All people of a body as one file, out and in again: whole or not at all.
public final class ImportStaff extends HttpFunction {

    private final Staffs staffs;
    private final Bodies bodies;

    public ImportStaff() {
        this(DynamoStaffs.fromEnvironment(), DynamoBodies.fromEnvironment());
    }

    ImportStaff(Staffs staffs, Bodies bodies) {
        this.staffs = staffs;
        this.bodies = bodies;
    }

    @Override
    protected Routes routes() {
        return Routes.of(
                Route.get("/bodies/{body}/employees.xlsx", own(Role.HR))
                        .of(this::body)
                        .reads(Request::inLanguage)
                        .answers(this::workbook),
                Route.get("/bodies/{body}/employees.csv", own(Role.HR))
                        .of(this::body)
                        .answers(this::csv),
                Route.put("/bodies/{body}/employees.xlsx", own(Role.HR))
                        .of(this::body)
                        .readsWith((request, body) -> upload(request, body, FileType.XLSX))
                        .answers(this::take),
                Route.put("/bodies/{body}/employees.csv", own(Role.HR))
                        .of(this::body)
                        .readsWith((request, body) -> upload(request, body, FileType.CSV))
                        .answers(this::take));
    }

    private Optional<StateBody> body(Caller caller, Path path) {
        return bodies.find(path.get("body"));
    }

    private Response workbook(Caller caller, StateBody body, Language language) {
        return new Response.File(
                FileType.XLSX.mediaType(),
                "employees-" + body.id() + "-" + language.code() + ".xlsx",
                new StaffTable(staffs.of(body.id())).xlsx(body.name(), language));
    }

    private Response csv(Caller caller, StateBody body) {
        return new Response.File(
                FileType.CSV.mediaType(),
                "employees-" + body.id() + ".csv",
                new StaffTable(staffs.of(body.id())).csv());
    }

    private record Upload(boolean check, StaffFile file) {}

    private static Input.Result<Upload> upload(Request request, StateBody body, FileType type) {
        return new Input.Accepted<>(
                new Upload(
                        request.query("check").filter("true"::equals).isPresent(),
                        StaffFile.read(request.bytes(), type, body.id(), request.language())));
    }

    private Response take(Caller caller, StateBody body, Upload upload) {
        StaffRecords seen = staffs.of(body.id());
        StaffImport taken = new StaffImport(seen, upload.file());
        if (!taken.errors().isEmpty()) {
            return wrong(taken.errors());
        }
        var answer =
                Json.object()
                        .put("added", taken.added())
                        .put("changed", taken.changed())
                        .put("unchanged", taken.unchanged());
        return upload.check() || taken.change().people().isEmpty()
                ? Response.ok(answer)
                : ManageStaff.written(staffs.put(seen, taken.change(), caller), answer);
    }

    private static Problem wrong(List<Problem.Error> errors) {
        return errors.stream().allMatch(error -> error.code().status() == 409)
                ? Problem.of(HttpProblem.CHANGED, errors)
                : Problem.invalid(errors);
    }
}
