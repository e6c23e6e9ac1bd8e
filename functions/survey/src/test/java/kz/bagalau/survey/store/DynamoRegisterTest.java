package kz.bagalau.survey.store;

import java.time.Clock;
import java.util.List;
import kz.bagalau.lambda.dynamo.Item;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.survey.dynamo.DynamoRegister;
import kz.bagalau.survey.register.Register;
import kz.bagalau.survey.surveys.Constituency.Enrolment;
import org.junit.jupiter.api.AutoClose;

class DynamoRegisterTest extends RegisterContract {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @Override
    Register register() {
        for (String body : List.of("min-digital", "office")) {
            sandbox.dynamo()
                    .putItem(request ->
                            request.tableName(sandbox.table("Surveys"))
                                    .item(Item.key("survey#s1", body)));
        }
        return new DynamoRegister(
                sandbox.dynamo(),
                sandbox.table("Register"),
                () -> sandbox.table("Surveys"),
                () -> sandbox.table("Records"),
                Clock.systemUTC());
    }

    @Override
    Enrolment counted(String body) {
        var part =
                sandbox.dynamo()
                        .getItem(request ->
                                request.tableName(sandbox.table("Surveys"))
                                        .key(Item.key("survey#s1", body)))
                        .item();
        return new Enrolment(
                Item.optionalNumber(part, "enrolled").orElse(0L).intValue(),
                Item.optionalNumber(part, "late").orElse(0L).intValue());
    }
}
