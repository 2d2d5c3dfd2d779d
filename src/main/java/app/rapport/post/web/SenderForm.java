package app.rapport.post.web;

import app.rapport.post.NotSendable;
import app.rapport.post.SmtpAccount;
import app.rapport.post.SmtpAccount.Security;

/** A way of sending as it is typed. The password goes in and is never shown again. */
public record SenderForm(
        String host,
        String port,
        String security,
        String login,
        String fromName,
        String fromAddress) {
    static final SenderForm EMPTY = new SenderForm("", "465", Security.TLS.word(), "", "", "");

    static SenderForm of(SmtpAccount account) {
        return new SenderForm(
                account.host(),
                String.valueOf(account.port()),
                account.security().word(),
                account.login(),
                account.fromName(),
                account.fromAddress());
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
                SmtpAccount.Method.PASSWORD,
                fromAddress.strip(),
                fromName.strip());
    }

    private int number() {
        try {
            return Integer.parseInt(port.strip());
        } catch (NumberFormatException e) {
            throw new NotSendable("port", "A number, usually 465 or 587");
        }
    }
}
