package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import kz.bagalau.lambda.Runtime;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SandboxTest {

    @AutoClose static final Sandbox SANDBOX = Sandbox.open();

    @Test
    void theTablesOfTheTemplateAreThereAndEmpty() {
        assertThat(SANDBOX.template().tables().keySet())
                .contains("Records", "Surveys", "Register", "SigningKeys", "Ballots");
        for (String table : SANDBOX.template().tables().keySet()) {
            String name = SANDBOX.table(table);
            assertThat(SANDBOX.dynamo().scan(scan -> scan.tableName(name)).count()).isZero();
        }
    }

    @Test
    void twoSandboxesShareNoTable() {
        try (Sandbox other = Sandbox.open()) {
            assertThat(other.table("Ballots")).isNotEqualTo(SANDBOX.table("Ballots"));
        }
        assertThat(SANDBOX.dynamo().listTables().tableNames()).contains(SANDBOX.table("Ballots"));
    }

    @Test
    void aFunctionSeesItsOwnEnvironmentOnly() {
        Runtime runtime = SANDBOX.runtime("SubmitBallot", Clock.systemUTC());

        assertThat(runtime.env("BALLOTS_TABLE")).isEqualTo(SANDBOX.table("Ballots"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> runtime.env("REGISTER_TABLE"))
                .withMessageContaining("SubmitBallot");
    }

    @Test
    void aFunctionThatTheTemplateDoesNotHaveHasNoRuntime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SANDBOX.runtime("CountVotes", Clock.systemUTC()));
    }
}
