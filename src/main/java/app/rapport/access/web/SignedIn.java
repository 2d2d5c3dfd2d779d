package app.rapport.access.web;

import app.rapport.access.Key;
import app.rapport.access.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A member who proved who they are, as Spring Security carries it. */
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Key key;

    public SignedIn(Key key) {
        super(List.of());
        this.key = key;
        super.setAuthenticated(true);
    }

    @Override
    public Member getPrincipal() {
        return key.member();
    }

    Key key() {
        return key;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signed && signed.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
