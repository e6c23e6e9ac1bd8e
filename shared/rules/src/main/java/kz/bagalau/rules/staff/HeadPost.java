package kz.bagalau.rules.staff;

/// The post of a unit's head as No. 245, ¶2(3) defines it, on a day.
public sealed interface HeadPost {

    record Filled(Post holder) implements HeadPost {}

    /// Nobody holds it.
    record Vacant(String unit) implements HeadPost {}

    /// The unit has no such post.
    record None() implements HeadPost {}
}
