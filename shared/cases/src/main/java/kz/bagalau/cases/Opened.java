package kz.bagalau.cases;

/// What stands in the place of a document that is to be opened by an act.
public enum Opened {
    /// Nothing.
    NOT_YET,
    /// The document that this very act opened, whatever was done with it since.
    BY_THIS_ACT,
    /// The document that another act opened, or what remains of one that was destroyed.
    OTHERWISE
}
