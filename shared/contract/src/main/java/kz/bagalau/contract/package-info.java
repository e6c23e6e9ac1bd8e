/// Holds answers, in tests, to what shared/web/openapi.yaml promises, and lets processes die and
/// stores be away on the way to them. Knows no function and no capability; nothing that is deployed
/// depends on it.
@NullMarked
package kz.bagalau.contract;

import org.jspecify.annotations.NullMarked;
