/// The one-machine host: reads template.yaml and runs what stands there, both APIs with their
/// authorizer, schedules, tables, a local issuer and the pages, on loopback only. For trials and
/// tests; knows the capabilities only by what the template names, and the demo data by their
/// routes. Here stands only the entry point; the rooms say themselves which others they use.
@NullMarked
package kz.bagalau.local;

import org.jspecify.annotations.NullMarked;
