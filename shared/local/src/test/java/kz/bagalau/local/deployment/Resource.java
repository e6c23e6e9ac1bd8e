package kz.bagalau.local.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.bagalau.sandbox.Template;

/// One resource of the template, or a part of one.
///
/// @param id its logical id
/// @param content what stands under it
record Resource(String id, Map<?, ?> content) {

    static final Template TEMPLATE = Template.ofCheckout("", Map.of());

    /// Every resource of a type, in the template's order.
    static Stream<Resource> ofType(String type) {
        return all().filter(resource -> resource.type().equals(type));
    }

    static Stream<Resource> all() {
        return TEMPLATE.resources().entrySet().stream()
                .map(entry -> new Resource(entry.getKey(), (Map<?, ?>) entry.getValue()));
    }

    static Resource named(String id) {
        return all().filter(resource -> resource.id().equals(id)).findFirst().orElseThrow();
    }

    /// What stands under a resource of another template than [#TEMPLATE].
    static Map<?, ?> content(Template template, String id) {
        return (Map<?, ?>) Objects.requireNonNull(template.resources().get(id), id);
    }

    String type() {
        return text("Type");
    }

    Resource properties() {
        return part("Properties").orElseThrow();
    }

    /// The value at a path of names.
    Optional<Object> at(String... path) {
        Object here = content;
        for (String name : path) {
            if (!(here instanceof Map<?, ?> map) || map.get(name) == null) {
                return Optional.empty();
            }
            here = map.get(name);
        }
        return Optional.of(here);
    }

    Optional<Resource> part(String... path) {
        return at(path).map(value -> new Resource(id, (Map<?, ?>) value));
    }

    /// The value at a path as text; fails where there is none.
    String text(String... path) {
        return at(path).orElseThrow(
                        () -> new AssertionError(id + " has no " + String.join(".", path)))
                .toString();
    }

    int number(String... path) {
        return Integer.parseInt(text(path));
    }

    /// The values at a path, one or many; none where there is nothing.
    List<?> list(String... path) {
        return at(path).map(value ->
                        value instanceof Collection<?> many ? List.copyOf(many) : List.of(value))
                .orElse(List.of());
    }

    List<Resource> parts(String... path) {
        return list(path).stream().map(value -> new Resource(id, (Map<?, ?>) value)).toList();
    }

    List<String> texts(String... path) {
        return list(path).stream().map(Object::toString).toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
