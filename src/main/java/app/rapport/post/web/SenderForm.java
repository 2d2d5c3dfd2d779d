package app.rapport.post.web;

import static app.rapport.kernel.GivenWords.stripped;

import app.rapport.post.NotSendable;
import app.rapport.post.OAuthGrant;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccount.Security;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way of sending as it is typed. The password goes in and is never shown again. */
public record SenderForm(
        String host,
        String port,
        String security,
        String login,
        String fromName,
        String fromAddress,
        @Nullable String tokenAddress,
        @Nullable String clientId) {
    static final SenderForm EMPTY =
            new SenderForm("", "465", Security.TLS.word(), "", "", "", "", "");

    static SenderForm of(SmtpAccount account, Optional<OAuthGrant.Client> renewing) {
        return new SenderForm(
                account.host(),
                String.valueOf(account.port()),
                account.security().word(),
                account.login(),
                account.fromName(),
                account.fromAddress(),
                renewing.map(OAuthGrant.Client::tokenAddress).orElse(""),
                renewing.map(OAuthGrant.Client::id).orElse(""));
    }

    /**
     * @throws NotSendable when a field is none
     */
    SmtpAccount account() {
        return new SmtpAccount(
                host.strip(),
                number(),
                Security.of(security)
                        .orElseThrow(() -> new NotSendable("security", "Choose one of the three")),
                login.strip(),
                renews() ? SmtpAccount.Method.XOAUTH2 : SmtpAccount.Method.PASSWORD,
                fromAddress.strip(),
                fromName.strip());
    }

    /** Whether it is logged in by a token that renews itself. */
    public boolean renews() {
        return tokenAddress != null && !tokenAddress.isBlank();
    }

    OAuthGrant.Client client(String secret) {
        return new OAuthGrant.Client(stripped(tokenAddress), stripped(clientId), secret);
    }

    private int number() {
        try {
            return Integer.parseInt(port.strip());
        } catch (NumberFormatException e) {
            throw new NotSendable("port", "A number, usually 465 or 587");
        }
    }
}
