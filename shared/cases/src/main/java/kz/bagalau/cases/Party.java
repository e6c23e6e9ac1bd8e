package kz.bagalau.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.bagalau.lambda.Role;

/// Who has a part in a document, or a task: a person, an office of a body, an authority, or the
/// system itself.
///
/// @param name `person:emp-1`, `hr:min-digital`, `authority:agency`, `system:clock`
public record Party(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z]+:[^#\\p{Cntrl}]{1,200}");

    /// What follows by itself: the daily schedule reads these tasks.
    public static final Party SYSTEM = new Party("system:clock");

    public Party {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no party: " + name);
        }
    }

    private static final String PERSON = "person:";

    /// @param subject the claim `sub`
    public static Party person(String subject) {
        return new Party(PERSON + subject);
    }

    /// The claim `sub` of a person; empty for whoever else has a part.
    public Optional<String> subject() {
        return name.startsWith(PERSON)
                ? Optional.of(name.substring(PERSON.length()))
                : Optional.empty();
    }

    /// Whoever holds this role in the body.
    public static Party office(Role role, String body) {
        return new Party(role.claimName() + ":" + body);
    }

    /// The Agency, or one of its territorial units.
    public static Party authority(String name) {
        return new Party("authority:" + name);
    }

    @Override
    public String toString() {
        return name;
    }
}
