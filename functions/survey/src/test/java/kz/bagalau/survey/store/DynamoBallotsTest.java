package kz.bagalau.survey.store;

import kz.bagalau.sandbox.Sandbox;
import kz.bagalau.survey.ballots.Ballots;
import kz.bagalau.survey.dynamo.DynamoBallots;
import org.junit.jupiter.api.AutoClose;

class DynamoBallotsTest extends BallotsContract {

    @AutoClose private final Sandbox sandbox = Sandbox.open();

    @Override
    Ballots ballots() {
        return new DynamoBallots(sandbox.dynamo(), sandbox.table("Ballots"));
    }
}
