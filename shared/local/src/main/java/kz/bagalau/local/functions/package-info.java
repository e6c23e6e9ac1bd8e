/// The functions of template.yaml and the way from a route to each. Uses `start`, `http` and
/// `people`.
@NullMarked
package kz.bagalau.local.functions;

import org.jspecify.annotations.NullMarked;
