package app.rapport.access.web;

import app.rapport.access.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A member who proved who they are, as Spring Security carries it. */
public final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1;

    private final transient Member member;

    public SignedIn(Member member) {
        super(List.of());
        this.member = member;
        super.setAuthenticated(true);
    }

    @Override
    public Member getPrincipal() {
        return member;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signed && signed.member.equals(member);
    }

    @Override
    public int hashCode() {
        return member.hashCode();
    }
}
