/** Speaks OpenID Connect with a firm's provider, by what Spring Security has for it; no SQL. */
@NullMarked
package app.rapport.access.openid;

import org.jspecify.annotations.NullMarked;
