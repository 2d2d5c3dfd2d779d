package app.rapport.mailboxes.imap;

import app.rapport.kernel.Excerpt;
import app.rapport.mailboxes.model.MailServer;
import app.rapport.mailboxes.model.MailTrouble;
import app.rapport.mailboxes.model.MailTrouble.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a mail server's refusal means. */
final class Troubles {
    /** RFC 5530's codes, and what large providers say instead. */
    private static final Pattern BUSY =
            Pattern.compile(
                    "(?is).*(\\[(?:throttled|limit|unavailable|inuse|overquota|serverbug)\\]|too many|throttl|try again|temporar|bandwidth|rate limit|maximum number of connections).*");

    private static final Pattern TLS =
            Pattern.compile(
                    "(?is).*(starttls|unable to find valid certification|unsupported or unrecognized ssl|certificate|server identity|ssl message|handshake).*");
    private static final Pattern EXPIRED = Pattern.compile("(?is).*\\[expired\\].*");

    private Troubles() {}

    static MailTrouble of(MessagingException e, MailServer server) {
        String words = words(e);
        if (BUSY.matcher(words).matches())
            return new MailTrouble(
                    Kind.BUSY,
                    server.host()
                            + " asks to come back later: "
                            + words
                            + ". It is tried again by itself.");
        if (e instanceof AuthenticationFailedException)
            return new MailTrouble(Kind.LOGIN, refused(server, words));
        if (has(e, UnknownHostException.class))
            return new MailTrouble(
                    Kind.UNKNOWN_HOST,
                    "There is no server called "
                            + server.host()
                            + ". Look whether it is spelled right.");
        if (e instanceof MailConnectException)
            return new MailTrouble(
                    Kind.NO_ANSWER, server.host() + " port " + server.port() + " does not answer.");
        if (has(e, SSLException.class) || TLS.matcher(words).matches())
            return new MailTrouble(Kind.TLS, tls(server, words));
        return new MailTrouble(
                Kind.BROKEN, "The line to " + server.host() + " broke: " + words + ".");
    }

    private static String refused(MailServer server, String words) {
        String what = server.method() == MailServer.Method.XOAUTH2 ? "access token" : "password";
        String why = EXPIRED.matcher(words).matches() ? " has run out" : " is refused";
        return "The %s for %s%s at %s. Some providers want a password made for programs."
                .formatted(what, server.login(), why, server.host());
    }

    private static String tls(MailServer server, String words) {
        String lower = words.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("certif") || lower.contains("identity") || lower.contains("trust"))
            return "The certificate of %s is not one to trust: it is made by nobody known, has run out, or is for another name."
                    .formatted(server.host());
        return switch (server.security()) {
            case IMPLICIT ->
                    "%s port %d does not speak TLS from the first byte. Try STARTTLS, or port 993."
                            .formatted(server.host(), server.port());
            case STARTTLS ->
                    "%s does not offer STARTTLS on port %d. Try TLS on port 993."
                            .formatted(server.host(), server.port());
            case NONE ->
                    "%s wants an encrypted connection. Try TLS on port 993."
                            .formatted(server.host());
        };
    }

    /** Whether a refusal is about the messages that were asked for, and not about who asks. */
    static boolean concernsMessages(@Nullable String words) {
        return words != null && !BUSY.matcher(words).matches();
    }

    private static boolean has(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (kind.isInstance(cause)) return true;
        return false;
    }

    /** What the server or the line said last, in one line. */
    static String words(MessagingException e) {
        String words = String.valueOf(e.getMessage());
        String line = words.strip().replaceAll("\\s+", " ").replaceAll("[.;]+$", "");
        return Excerpt.of(line, 200);
    }
}
