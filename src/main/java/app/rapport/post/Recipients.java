package app.rapport.post;

import app.rapport.kernel.Excerpt;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses as a mail server takes them; what is none is refused by the field it stands in. */
final class Recipients {
    private static final int MOST = 100;
    private static final int LONGEST = 320; // RFC 5321, 4.5.3.1

    private Recipients() {}

    static List<InternetAddress> of(String field, List<Letter.Recipient> people) {
        if (people.size() > MOST)
            throw new NotSendable(field, "At most " + MOST + " people get one mail");
        List<InternetAddress> addresses = new ArrayList<>();
        for (Letter.Recipient person : people)
            addresses.add(of(field, person.name(), person.address()));
        return addresses;
    }

    static InternetAddress of(String field, String name, String address) {
        try {
            InternetAddress one = new InternetAddress(written(address.strip()), true);
            one.validate();
            one.setPersonal(name.isBlank() ? null : oneLine(name), StandardCharsets.UTF_8.name());
            return one;
        } catch (AddressException | IllegalArgumentException e) {
            throw new NotSendable(field, shown(address) + " is not a mail address");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** A name of a domain in other letters goes over the line in ASCII (RFC 5891). */
    private static String written(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        boolean plain = address.chars().noneMatch(c -> Character.isISOControl(c) || c == ' ');
        if (at < 1 || at == address.length() - 1 || address.length() > LONGEST || !plain)
            throw new AddressException();
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }

    /** A line break would begin a header of the writer's own. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private static String shown(String address) {
        return Excerpt.of(oneLine(address), 80);
    }
}
