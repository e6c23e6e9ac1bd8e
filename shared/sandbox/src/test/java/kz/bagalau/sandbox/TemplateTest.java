package kz.bagalau.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    static final String YAML =
            """
            Parameters:
              Issuer:
                Type: String
                AllowedPattern: https://.+
              Audience:
                Type: String
                Default: pages
            Globals:
              Function:
                Timeout: 7
                Environment:
                  Variables:
                    EVERYWHERE: !Sub "${Audience}/${AWS::Region}"
            Resources:
              Signed:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: Login
                    Authorizers:
                      Login:
                        JwtConfiguration:
                          issuer: !Ref Issuer
                          audience: [!Ref Audience]
              Open:
                Type: AWS::Serverless::HttpApi
              Reader:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Reader::handleRequest
                  MemorySize: 256
                  Environment:
                    Variables:
                      BOOKS_TABLE: !Ref Books
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: [dynamodb:GetItem, dynamodb:Query]
                          Resource: !GetAtt Books.Arn
                        - Effect: Allow
                          Action: dynamodb:Query
                          Resource: !Join ["/", [!GetAtt Books.Arn, index, ByTitle]]
                        - Effect: Allow
                          Action: dynamodb:PutItem
                          Resource: !GetAtt Secrets.Arn
                        - Effect: Deny
                          Action: dynamodb:*
                          Resource: !Sub "${Books.Arn}/index/Hidden"
                  Events:
                    Read:
                      Type: HttpApi
                      Properties:
                        ApiId: !Ref Signed
                        Method: get
                        Path: /books/{book}
                    List:
                      Type: HttpApi
                      Properties:
                        ApiId: !Ref Open
                        Method: GET
                        Path: /books
                    Nightly:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: rate(5 minutes)
                        Input: '{"schedule":"Reader"}'
              Writer:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Writer
                  Timeout: 30
                  Policies:
                    - Statement:
                        Effect: Allow
                        Action: ["dynamodb:*Item"]
                        Resource: [!GetAtt Books.Arn, !GetAtt Secrets.Arn]
                    - Statement:
                        Effect: Allow
                        Action: kms:Decrypt
                        Resource: !GetAtt SecretsKey.Arn
              Keeper:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: some.Keeper
                  Policies:
                    - Statement:
                        - Effect: Allow
                          Action: [dynamodb:GetItem]
                          Resource: !GetAtt Books.Arn
                        - Effect: Allow
                          Action:
                            - dynamodb:BatchGetItem
                            - dynamodb:BatchWriteItem
                            - dynamodb:ConditionCheckItem
                            - dynamodb:DeleteItem
                            - dynamodb:PutItem
                            - dynamodb:Query
                            - dynamodb:Scan
                            - dynamodb:UpdateItem
                          Resource: [!GetAtt Books.Arn, !Sub "${Books.Arn}/index/ByTitle"]
                          Condition:
                            ForAllValues:StringLike:
                              dynamodb:LeadingKeys: ["mine#*", "ours"]
              Books:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                    - {AttributeName: title, AttributeType: S}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                  GlobalSecondaryIndexes:
                    - IndexName: ByTitle
                      KeySchema: [{AttributeName: title, KeyType: HASH}]
                      Projection: {ProjectionType: ALL}
                  TimeToLiveSpecification: {AttributeName: expires, Enabled: true}
              Secrets:
                Type: AWS::DynamoDB::Table
                Properties:
                  AttributeDefinitions:
                    - {AttributeName: pk, AttributeType: S}
                  KeySchema:
                    - {AttributeName: pk, KeyType: HASH}
                  SSESpecification:
                    KMSMasterKeyId: !GetAtt SecretsKey.Arn
              SecretsKey:
                Type: AWS::KMS::Key
              Headers:
                Type: AWS::CloudFront::ResponseHeadersPolicy
                Properties:
                  ResponseHeadersPolicyConfig:
                    SecurityHeadersConfig:
                      ContentSecurityPolicy:
                        ContentSecurityPolicy: !Sub "default-src 'none'; connect-src ${Issuer}"
                      StrictTransportSecurity:
                        AccessControlMaxAgeSec: 60
                        IncludeSubdomains: true
                    CustomHeadersConfig:
                      Items:
                        - {Header: X-Own, Value: "1"}
              Few:
                Type: AWS::CloudFront::OriginRequestPolicy
                Properties:
                  OriginRequestPolicyConfig:
                    CookiesConfig: {CookieBehavior: none}
                    HeadersConfig:
                      HeaderBehavior: whitelist
                      Headers: [Accept-Language]
                    QueryStringsConfig: {QueryStringBehavior: none}
              Front:
                Type: AWS::CloudFront::Distribution
                Properties:
                  DistributionConfig:
                    Origins:
                      - {Id: a, DomainName: !Sub "${Signed}.execute-api.${AWS::Region}.amazonaws.com"}
                      - {Id: b, DomainName: !Sub "${Open}.execute-api.${AWS::Region}.amazonaws.com"}
                    CacheBehaviors:
                      - {PathPattern: /books/*, TargetOriginId: a, OriginRequestPolicyId: managed}
                      - {PathPattern: /books, TargetOriginId: b, OriginRequestPolicyId: !Ref Few}
            """;

    private final Template template = Template.parse(YAML, "x-", Map.of("Issuer", "https://me"));

    @Test
    void aFunctionHasItsOwnAndTheGlobalEnvironmentWithTheTablesNames() {
        assertThat(template.function("Reader").environment())
                .isEqualTo(Map.of("BOOKS_TABLE", "x-Books", "EVERYWHERE", "pages/eu-central-1"));
    }

    @Test
    void aFunctionHasTheGlobalSettingsUnlessItHasItsOwn() {
        assertThat(template.function("Reader").timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(template.function("Writer").timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(template.function("Reader").className()).isEqualTo("some.Reader");
        assertThat(template.function("Writer").className()).isEqualTo("some.Writer");
    }

    @Test
    void aRouteDemandsATokenWhereItsApiHasAnAuthorizer() {
        assertThat(template.routes())
                .containsExactlyInAnyOrder(
                        new Template.Route("Reader", "Signed", "GET", "/books/{book}", true),
                        new Template.Route("Reader", "Open", "GET", "/books", false));
        assertThat(template.apis().get("Signed"))
                .isEqualTo(new Template.Api("Signed", "https://me", List.of("pages")));
    }

    @Test
    void aScheduleHasTheLogicalIdThatSamMakes() {
        assertThat(template.schedules())
                .containsExactly(
                        new Template.Schedule(
                                "ReaderNightly",
                                "Reader",
                                "rate(5 minutes)",
                                ZoneId.of("UTC"),
                                "{\"schedule\":\"Reader\"}"));
    }

    @Test
    void resourcesOfAPolicyAreTheTablesArns() {
        assertThat(template.function("Reader").statements().getFirst().resources())
                .containsExactly("arn:aws:dynamodb:eu-central-1:000000000000:table/x-Books");
        assertThat(template.function("Reader").statements().get(1).resources())
                .containsExactly(
                        "arn:aws:dynamodb:eu-central-1:000000000000:table/x-Books/index/ByTitle");
    }

    @Test
    void thePagesHeadersAreThoseOfTheDistribution() {
        assertThat(template.pageHeaders())
                .isEqualTo(
                        Map.of(
                                "Content-Security-Policy",
                                "default-src 'none'; connect-src https://me",
                                "Strict-Transport-Security",
                                "max-age=60; includeSubDomains",
                                "X-Own",
                                "1"));
    }

    @Test
    void theDistributionSaysWhichApiAnswersAndWhatReachesIt() {
        assertThat(template.behaviours())
                .containsExactly(
                        new Template.Behaviour("/books/*", "Signed", null, true, true),
                        new Template.Behaviour(
                                "/books", "Open", List.of("accept-language"), false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "/books/*, /books/1, true",
        "/books/*, /books, false",
        "/a/*/b, /a/1/2/b, true",
        "/a/*/b, /a/b, false",
        "dynamodb:*Item, dynamodb:GetItem, true",
        "dynamodb:*Item, dynamodb:Query, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*, anything, true"
    })
    void wildcardsMatchAsInIamAndCloudFront(String pattern, String text, boolean matches) {
        assertThat(Template.wildcard(pattern, text)).isEqualTo(matches);
    }

    @Test
    void aFunctionOfCloudFormationThatIsNotUnderstoodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Template.parse("Resources:\n  A: !FindInMap [b, c, d]", "", Map.of()))
                .withMessageContaining("Fn::FindInMap");
    }

    private static final String CONDITIONAL =
            """
            Parameters:
              Calls: {Type: Number, Default: 0, AllowedValues: [0, 5]}
            Conditions:
              Reserved: !Not [!Equals [!Ref Calls, 0]]
            Resources:
              Key:
                Type: AWS::KMS::Key
                Properties:
                  Calls: !If [Reserved, !Ref Calls, !Ref AWS::NoValue]
                  List: [a, !If [Reserved, b, !Ref AWS::NoValue]]
                  Id: !Select [2, !Split [/, !Ref AWS::StackId]]
                  Stack: !Sub ${AWS::StackName}-key
              Other:
                Type: AWS::KMS::Key
                Condition: Reserved
            """;

    @Test
    void whatAConditionLeavesOutIsNotThere() {
        Map<String, Object> none = Template.parse(CONDITIONAL, "", Map.of()).resources();
        Map<String, Object> five =
                Template.parse(CONDITIONAL, "", Map.of("Calls", "5")).resources();

        assertThat(none).containsOnlyKeys("Key");
        assertThat(keyOf(none))
                .isEqualTo(
                        Map.of(
                                "List",
                                List.of("a"),
                                "Id",
                                "00000000-0000-0000-0000-000000000000",
                                "Stack",
                                "bagalau-key"));
        assertThat(five).containsOnlyKeys("Key", "Other");
        assertThat(keyOf(five))
                .containsEntry("Calls", "5")
                .containsEntry("List", List.of("a", "b"));
    }

    private static Map<String, Object> keyOf(Map<String, Object> resources) {
        return Intrinsics.section(Intrinsics.mapping(resources.get("Key"), "Key"), "Properties");
    }

    @Test
    void aStackHasTheNameThatIsGiven() {
        Map<String, Object> resources =
                Template.parse(CONDITIONAL, "", Map.of("AWS::StackName", "other")).resources();

        assertThat(keyOf(resources)).containsEntry("Stack", "other-key");
    }

    @Test
    void aConditionThatIsNotUnderstoodIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Template.parse(
                                CONDITIONAL.replace(
                                        "!Not [!Equals [!Ref Calls, 0]]", "!And [a, b]"),
                                "",
                                Map.of()))
                .withMessageContaining("Fn::And");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Template.parse(
                                CONDITIONAL.replace("!If [Reserved,", "!If [Unknown,"),
                                "",
                                Map.of()))
                .withMessageContaining("Unknown");
    }

    /// As CloudFormation does. The one-machine host's own issuer has no TLS.
    @ParameterizedTest
    @CsvSource({
        "https://login.example.kz, true",
        "http://login.example.kz, false",
        "login.example.kz, false",
        "http://localhost:8080/local/issuer, true",
        "http://127.0.0.1:1234, true",
        "http://localhost.example.kz, false",
        "http://localhost:8080.example.kz, false",
        "http://localhost@example.kz, false"
    })
    void aParameterHasToFitItsPattern(String issuer, boolean fits) {
        ThrowingCallable parsing = () -> Template.parse(YAML, "x-", Map.of("Issuer", issuer));
        if (fits) {
            assertThatCode(parsing).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(parsing)
                    .withMessageContaining("Issuer");
        }
    }

    @Test
    void aParameterHasToBeOneOfItsValues() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse(CONDITIONAL, "", Map.of("Calls", "6")))
                .withMessageContaining("Calls");
    }

    @Test
    void aReferenceToNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Template.parse("Resources:\n  A: !Ref B", "", Map.of()))
                .withMessageContaining("B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{Bool: {a: true}}",
                "{StringLike: {dynamodb:LeadingKeys: [a]}}",
                "{ForAllValues:StringLike: {dynamodb:Attributes: [a]}}",
                "{ForAllValues:StringLike: {dynamodb:LeadingKeys: [a], dynamodb:Select: [b]}}"
            })
    void aPolicyWithAnotherConditionThanLeadingKeysIsRefusedBecauseTheGuardCouldNotKeepIt(
            String condition) {
        String entry = "Condition: " + condition + "\n" + " ".repeat(12);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Template.parse(
                                YAML.replace("Action: kms:Decrypt", entry + "Action: kms:Decrypt"),
                                "",
                                Map.of()))
                .withMessageContaining("Writer");
    }
}
