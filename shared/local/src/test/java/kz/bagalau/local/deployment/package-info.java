/// What template.yaml promises, held against the code, the events and the separation of register,
/// signer and ballot box. Knows nothing of a running host.
@NullMarked
package kz.bagalau.local.deployment;

import org.jspecify.annotations.NullMarked;
