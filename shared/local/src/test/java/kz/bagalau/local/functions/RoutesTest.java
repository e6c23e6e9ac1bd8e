package kz.bagalau.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.bagalau.sandbox.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    private final Routes routes =
            new Routes(
                    List.of(
                            route("GET", "/surveys/{survey}"),
                            route("GET", "/surveys"),
                            route("GET", "/surveys/mine"),
                            route("POST", "/surveys/{survey}/ballots"),
                            route("GET", "/{any}/mine/list"),
                            route("GET", "/surveys/{survey}/list"),
                            route("GET", "/report-forms/{file}"),
                            route("GET", "/facts/{body}/{year}")));

    @ParameterizedTest
    @CsvSource({
        "GET, /surveys, /surveys",
        "GET, /surveys/2025, /surveys/{survey}",
        "GET, /surveys/mine, /surveys/mine",
        "GET, /surveys/mine/list, /surveys/{survey}/list",
        "GET, /bodies/mine/list, /{any}/mine/list",
        "POST, /surveys/2025/ballots, /surveys/{survey}/ballots",
        "GET, /report-forms/appendix-1.xlsx, /report-forms/{file}",
    })
    void theMostSpecificRouteWins(String method, String path, String wanted) {
        assertThat(routes.find("Api", method, path))
                .hasValueSatisfying(match -> assertThat(match.route().path()).isEqualTo(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /survey",
        "GET, /surveys/",
        "POST, /surveys",
        "GET, /surveys/2025/ballots",
        "POST, /surveys/2025/ballots/1",
        "POST, /surveys//ballots",
        "GET, /Surveys",
        "HEAD, /surveys"
    })
    void whatNoRouteFitsIsNotFound(String method, String path) {
        assertThat(routes.find("Api", method, path)).isEmpty();
    }

    @Test
    void aRouteOfTheOtherApiIsNotFound() {
        assertThat(routes.find("AnonymousApi", "GET", "/surveys")).isEmpty();
    }

    @Test
    void aParameterIsItsWholeSegmentDecoded() {
        assertThat(routes.find("Api", "GET", "/facts/min%2Fdigital+%D2%9B/2025"))
                .hasValueSatisfying(match ->
                        assertThat(match.parameters())
                                .isEqualTo(Map.of("body", "min/digital+қ", "year", "2025")));
    }

    private static Template.Route route(String method, String path) {
        return new Template.Route("F", "Api", method, path, true);
    }
}
