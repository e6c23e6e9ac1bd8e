/// What every store of objects on S3 shares. Knows no bucket and no key.
@NullMarked
package kz.bagalau.lambda.s3;

import org.jspecify.annotations.NullMarked;
