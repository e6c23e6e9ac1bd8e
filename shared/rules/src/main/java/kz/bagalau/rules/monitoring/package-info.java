/// Monitoring compliance with the working-time regime (Agency order No. 121): who receives a body's
/// report, plans and visits, acts of presence outside working time. Knows nothing of how they are
/// stored.
@NullMarked
package kz.bagalau.rules.monitoring;

import org.jspecify.annotations.NullMarked;
