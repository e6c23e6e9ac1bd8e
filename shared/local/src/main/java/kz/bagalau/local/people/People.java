package kz.bagalau.local.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.bagalau.lambda.Json;

/// The demo people that the issuer's page offers, from `people.json`. None of them exists.
public final class People {

    private People() {}

    public static List<Person> known() {
        try (InputStream in = People.class.getResourceAsStream("people.json")) {
            JsonNode all =
                    Json.read(
                            new String(
                                    Objects.requireNonNull(in).readAllBytes(),
                                    StandardCharsets.UTF_8));
            List<Person> people = new ArrayList<>();
            for (JsonNode one : all) {
                List<String> roles = new ArrayList<>();
                one.path("roles").forEach(role -> roles.add(role.asText()));
                people.add(
                        new Person(
                                one.path("sub").asText(),
                                roles,
                                Optional.ofNullable(one.get("body")).map(JsonNode::asText),
                                Optional.of(one.path("name").asText()),
                                Optional.ofNullable(one.get("territory")).map(JsonNode::asText)));
            }
            return people;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
