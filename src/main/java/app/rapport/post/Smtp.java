package app.rapport.post;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Speaks to a mail server, and says in plain words how that ended. */
final class Smtp {
    private final SmtpAccount account;
    private final String secret;
    private final Patience patience;

    /** How long a server may be silent, in milliseconds. */
    enum Patience {
        /** Nobody waits for it; large mails may take long to be looked through. */
        POSTMAN(15_000, 60_000),
        /** Somebody sits before the page. */
        PERSON(8_000, 15_000);

        private final int toConnect;
        private final int toAnswer;

        Patience(int toConnect, int toAnswer) {
            this.toConnect = toConnect;
            this.toAnswer = toAnswer;
        }
    }

    Smtp(SmtpAccount account, String secret, Patience patience) {
        this.account = account;
        this.secret = secret;
        this.patience = patience;
    }

    /** Connects and logs in, nothing more; throws {@link NotSendable} in plain words. */
    void tryOut() {
        try (Transport transport = connected()) {
            if (!transport.isConnected()) throw new NotSendable("host", "No connection");
        } catch (MessagingException e) {
            SmtpFault fault = SmtpFault.of(account, e);
            throw new NotSendable(fault.field(), fault.words());
        }
    }

    /**
     * @param begun is run just before the first of its words leaves: from then on it may arrive
     */
    Delivery deliver(byte[] raw, List<String> recipients, Runnable begun) {
        Watched message;
        try {
            message = new Watched(session(), raw, begun);
        } catch (MessagingException e) {
            return new Delivery.Refused("The mail cannot be read: " + e.getMessage());
        }
        try (Transport transport = connected()) {
            transport.sendMessage(message, addresses(recipients));
            return new Delivery.Sent(List.of());
        } catch (AuthenticationFailedException e) {
            return new Delivery.Refused(SmtpFault.of(account, e).words());
        } catch (SendFailedException e) {
            return answered(e, message);
        } catch (MessagingException e) {
            return message.begun
                    ? new Delivery.Unclear(
                            "The line broke while it was handed over: " + SmtpFault.said(e))
                    : new Delivery.Later(SmtpFault.of(account, e).words());
        }
    }

    private static Delivery answered(SendFailedException e, Watched message) {
        List<String> refused = new ArrayList<>();
        addAll(refused, e.getInvalidAddresses());
        addAll(refused, e.getValidUnsentAddresses());
        if (e.getValidSentAddresses() != null && e.getValidSentAddresses().length > 0)
            return new Delivery.Sent(refused);
        int code = code(e);
        if (code == 0 && message.begun)
            return new Delivery.Unclear(
                    "The line broke while it was handed over: " + SmtpFault.said(e));
        String why = "The mail server refused it: " + SmtpFault.said(answer(e));
        return code >= 500 || code == 0 ? new Delivery.Refused(why) : new Delivery.Later(why);
    }

    /** The server's answer code, 0 when it gave none. */
    private static int code(MessagingException e) {
        return switch (answer(e)) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> Math.max(0, send.getReturnCode());
            default -> 0;
        };
    }

    /**
     * What the server said to the first recipient, else to the whole; the last word in the chain.
     */
    private static MessagingException answer(MessagingException e) {
        MessagingException said = e;
        for (Exception next = e;
                next instanceof MessagingException mail;
                next = mail.getNextException()) {
            if (mail instanceof SMTPAddressFailedException) return mail;
            if (mail instanceof SMTPSendFailedException) said = mail;
        }
        return said;
    }

    private static void addAll(List<String> to, Address[] addresses) {
        if (addresses != null) Arrays.stream(addresses).map(Address::toString).forEach(to::add);
    }

    private Transport connected() throws MessagingException {
        Transport transport = session().getTransport();
        transport.connect(
                account.host(),
                account.port(),
                account.withLogin() ? account.login() : null,
                account.withLogin() ? secret : null);
        return transport;
    }

    private Session session() {
        boolean tls = account.security() == SmtpAccount.Security.TLS;
        String protocol = tls ? "smtps" : "smtp";
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        settings.setProperty(prefix + "connectiontimeout", String.valueOf(patience.toConnect));
        settings.setProperty(prefix + "timeout", String.valueOf(patience.toAnswer));
        settings.setProperty(prefix + "writetimeout", String.valueOf(patience.toAnswer));
        settings.setProperty(prefix + "sendpartial", "true");
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "auth", String.valueOf(account.withLogin()));
        boolean start = account.security() == SmtpAccount.Security.STARTTLS;
        settings.setProperty(prefix + "starttls.enable", String.valueOf(start));
        settings.setProperty(prefix + "starttls.required", String.valueOf(start));
        if (account.method() == SmtpAccount.Method.XOAUTH2)
            settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        return Session.getInstance(settings);
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        Address[] addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++)
            addresses[i] = new InternetAddress(recipients.get(i));
        return addresses;
    }

    /** Tells when the server has agreed to take its words. */
    private static final class Watched extends MimeMessage {
        private final Runnable onBegin;
        private boolean begun;

        Watched(Session session, byte[] raw, Runnable onBegin) throws MessagingException {
            super(session, new ByteArrayInputStream(raw));
            this.onBegin = onBegin;
        }

        @Override
        public void writeTo(OutputStream out, String[] ignored)
                throws IOException, MessagingException {
            onBegin.run();
            begun = true;
            super.writeTo(out, ignored);
        }
    }
}
