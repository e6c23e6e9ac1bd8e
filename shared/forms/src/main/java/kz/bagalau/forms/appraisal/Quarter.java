package kz.bagalau.forms.appraisal;

/// A quarter of a year, the assessed period of ¶2(7).
///
/// @param number from 1 to 4
public record Quarter(int year, int number) {

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("quarter " + number);
        }
    }
}
