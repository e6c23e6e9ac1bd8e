package kz.bagalau.rules.staff;

import java.util.Optional;

/// A person of another body who works in this one.
///
/// @param person as the sending body holds them
/// @param secondment one that leads to this body
/// @param place empty until this body has entered it
public record SecondedIn(
        Employee person, String from, Secondment secondment, Optional<SecondedPlace> place) {

    public SecondedIn {
        Ids.check(from);
        if (!person.secondments().contains(secondment)) {
            throw new IllegalArgumentException(person.id() + " is not sent by " + secondment);
        }
    }
}
