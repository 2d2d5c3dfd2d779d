package app.rapport.post;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;

/**
 * Why a mail server cannot be used, in words for whoever set it up.
 *
 * @param field of the account that is most likely wrong
 */
record SmtpFault(String field, String words) {

    static SmtpFault of(SmtpAccount account, MessagingException e) {
        String server = account.host() + " port " + account.port();
        if (e instanceof AuthenticationFailedException)
            return new SmtpFault(
                    "password",
                    "The login of "
                            + account.login()
                            + " is refused at "
                            + account.host()
                            + ": "
                            + said(e));
        List<Throwable> causes = causes(e);
        if (any(causes, UnknownHostException.class))
            return new SmtpFault("host", "There is no server called " + account.host());
        if (any(causes, CertificateException.class) || saysCertificate(causes))
            return new SmtpFault(
                    "host",
                    "The certificate of "
                            + account.host()
                            + " is not valid for this name or not known here");
        if (any(causes, SSLException.class))
            return new SmtpFault(
                    "security",
                    server + " does not speak TLS as set; 465 is usual for TLS, 587 for STARTTLS");
        if (any(causes, SocketTimeoutException.class) || saysTimeout(e))
            return new SmtpFault("host", server + " does not answer in time");
        if (e instanceof MailConnectException || any(causes, ConnectException.class))
            return new SmtpFault("host", server + " does not answer");
        if (String.valueOf(e.getMessage()).contains("STARTTLS is required"))
            return new SmtpFault("security", server + " offers no STARTTLS");
        return new SmtpFault("host", account.host() + " cannot be used: " + said(e));
    }

    /** What the server said, as one line. */
    static String said(MessagingException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private static List<Throwable> causes(Throwable e) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable next = e; next != null && all.size() < 20; next = next.getCause()) {
            all.add(next);
            if (next instanceof MailConnectException connect && connect.getNextException() != null)
                all.add(connect.getNextException());
            if (next instanceof SocketConnectException socket && socket.getException() != null)
                all.add(socket.getException());
        }
        return all;
    }

    private static boolean any(List<Throwable> causes, Class<? extends Throwable> kind) {
        return causes.stream().anyMatch(kind::isInstance);
    }

    /** Angus says a wrong name in words of its own, without an exception of certificates. */
    private static boolean saysCertificate(List<Throwable> causes) {
        return causes.stream()
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(
                        words -> words.contains("certificat") || words.contains("server identity"));
    }

    private static boolean saysTimeout(MessagingException e) {
        return String.valueOf(e.getMessage()).contains("timed out");
    }
}
