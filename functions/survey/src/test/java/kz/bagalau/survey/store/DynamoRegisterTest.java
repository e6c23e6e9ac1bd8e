package kz.bagalau.survey.store;

import java.time.Clock;
import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.survey.Register;
import kz.bagalau.survey.dynamo.DynamoRegister;
import org.junit.jupiter.api.AutoClose;

class DynamoRegisterTest extends RegisterContract {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @Override
    Register register() {
        return new DynamoRegister(
                sandbox.dynamo(),
                sandbox.table("Register"),
                () -> sandbox.table("Records"),
                Clock.systemUTC());
    }
}
