package kz.bagalau.survey.store;

import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.survey.dynamo.DynamoSigningKeys;
import kz.bagalau.survey.signing.SigningKeys;
import org.junit.jupiter.api.AutoClose;

class DynamoSigningKeysTest extends SigningKeysContract {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @Override
    SigningKeys keys() {
        return new DynamoSigningKeys(sandbox.dynamo(), sandbox.table("SigningKeys"));
    }
}
