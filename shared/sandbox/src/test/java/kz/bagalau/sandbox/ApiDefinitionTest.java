package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDefinitionTest {

    private static final String YAML =
            """
            Resources:
              Signed:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: Login
                    Authorizers:
                      Login:
                        JwtConfiguration: {issuer: https://me, audience: [pages]}
                  DefinitionBody:
                    openapi: 3.0.1
                    info: {title: Signed, version: "1"}
                    paths:
                      /books/{book}:
                        get: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/Reader"}}
                        put: {x-amazon-apigateway-integration: {$ref: "#/components/x-amazon-apigateway-integrations/Writer"}}
                    components:
                      x-amazon-apigateway-integrations:
                        Reader:
                          type: AWS_PROXY
                          httpMethod: POST
                          payloadFormatVersion: "2.0"
                          uri: !Sub arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Reader.Alias}/invocations
                          credentials: !GetAtt Caller.Arn
                        Writer:
                          type: AWS_PROXY
                          httpMethod: POST
                          payloadFormatVersion: "2.0"
                          uri: !Sub arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Writer.Alias}/invocations
                          credentials: !GetAtt Caller.Arn
              Caller:
                Type: AWS::IAM::Role
              Reader:
                Type: AWS::Serverless::Function
                Properties: {Handler: some.Reader}
              Writer:
                Type: AWS::Serverless::Function
                Properties: {Handler: some.Writer}
            """;

    @Test
    void aRouteCallsTheFunctionOfItsIntegration() {
        Template template = Template.parse(YAML, "", Map.of());

        assertThat(template.routes())
                .containsExactlyInAnyOrder(
                        new Template.Route("Reader", "Signed", "GET", "/books/{book}", true),
                        new Template.Route("Writer", "Signed", "PUT", "/books/{book}", true));
        assertThat(template.function("Reader").routes()).hasSize(1);
    }

    @Test
    void withoutAnIssuerARouteDemandsNoToken() {
        String open = YAML.replaceFirst("(?s)      Auth:.*?(?=      DefinitionBody)", "");

        assertThat(Template.parse(open, "", Map.of()).routes())
                .isNotEmpty()
                .noneMatch(Template.Route::authorized);
    }

    /// What is changed into what, and what the refusal names.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "integrations/Writer\"}} | integrations/Nobody\"}} | PUT /books/{book}",
                "#/components/x-amazon-apigateway-integrations/Writer | #/other/Writer | PUT"
                        + " /books/{book}",
                "put: {x-amazon | put: {security: [], x-amazon | security",
                "${Writer.Alias} | ${Writer.Arn} | Writer",
                "type: AWS_PROXY | type: HTTP_PROXY | Reader",
                "payloadFormatVersion: \"2.0\" | payloadFormatVersion: \"1.0\" | Reader",
                "openapi: 3.0.1 | security: [] | security",
                "${Reader.Alias} | ${Caller.Arn} | Reader"
            })
    void whatWouldBeAnotherRouteOnAwsIsRefused(String there, String instead, String named) {
        assertThat(YAML).contains(there);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse(YAML.replace(there, instead), "", Map.of()))
                .withMessageContaining(named);
    }
}
