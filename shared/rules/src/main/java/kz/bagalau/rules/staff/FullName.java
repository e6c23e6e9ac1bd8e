package kz.bagalau.rules.staff;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's name as the forms print it.
///
/// @param patronymic "if there is one" (болған жағдайда)
public record FullName(String last, String first, Optional<String> patronymic) {

    public FullName {
        if (last.isBlank() || first.isBlank()) {
            throw new IllegalArgumentException("a full name has a last and a first name");
        }
    }

    /// Last name first.
    public String inOneLine() {
        return Stream.concat(Stream.of(last, first), patronymic.stream())
                .collect(Collectors.joining(" "));
    }
}
