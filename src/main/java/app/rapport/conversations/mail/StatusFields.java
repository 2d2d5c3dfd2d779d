package app.rapport.conversations.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a delivery status (RFC 3464), in a part of their own or within a text. One group
 * for each recipient. The original recipient is taken where one is given: it is the address that
 * the sender wrote to (section 2.3.1), the final one may be an alias behind it.
 */
final class StatusFields {
    private static final Pattern FIELD =
            Pattern.compile("(?i)^[>\\s]*([a-z][a-z-]{2,40})[ \\t]*:[ \\t]*(.*)$");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private final List<Group> groups = new ArrayList<>();
    private Group group = new Group();
    private String lastField = "";

    private static final class Group {
        private @Nullable String original;
        private @Nullable String last;
        private @Nullable String status;
        private String diagnostic = "";
        private String action = "";
    }

    /** Bounces of every group that names a recipient. */
    static List<Bounced> read(String content) {
        StatusFields fields = new StatusFields();
        for (String line : content.split("\\r\\n|\\n|\\r", -1)) fields.line(line);
        fields.close();
        return fields.bounces();
    }

    private void line(String line) {
        if (line.isBlank() || line.strip().equals(">")) {
            close();
            return;
        }
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            lastField = field.group(1).toLowerCase(Locale.ROOT);
            field(lastField, field.group(2).strip());
        } else if (lastField.equals("diagnostic-code") && group.diagnostic.length() < 4_000) {
            group.diagnostic += " " + line.strip();
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "final-recipient" -> {
                if (group.last != null) close();
                group.last = MailAddress.first(value);
            }
            case "original-recipient" -> {
                if (group.original != null) close();
                group.original = MailAddress.first(value);
            }
            case "status" -> {
                Matcher status = STATUS.matcher(value);
                if (status.find()) group.status = status.group(1);
            }
            case "action" -> group.action = value.toLowerCase(Locale.ROOT);
            case "diagnostic-code" -> group.diagnostic = value;
            default -> {}
        }
    }

    private void close() {
        if (group.last != null || group.original != null) groups.add(group);
        group = new Group();
        lastField = "";
    }

    /**
     * Where some failed, those that arrived are no bounces; a report of arrivals only lists them.
     */
    private List<Bounced> bounces() {
        boolean someFailed = groups.stream().anyMatch(one -> !arrived(one));
        List<Bounced> bounces = new ArrayList<>();
        for (Group one : groups) {
            String address = address(one);
            if (address != null && !(someFailed && arrived(one)))
                bounces.add(new Bounced(address, status(one)));
        }
        return bounces;
    }

    private static boolean arrived(Group group) {
        return group.action.startsWith("deliver")
                || group.action.startsWith("relayed")
                || group.action.startsWith("expanded");
    }

    /** An original recipient without a domain of the internet says less than the final one. */
    private static @Nullable String address(Group group) {
        if (group.original == null) return group.last;
        boolean local = group.original.indexOf('.', group.original.indexOf('@')) < 0;
        return local && group.last != null ? group.last : group.original;
    }

    /**
     * The diagnostic's code is the remote server's own; it is finer where the field ends in 0.0.
     */
    private static @Nullable String status(Group group) {
        if (group.status != null && !group.status.endsWith(".0.0")) return group.status;
        Matcher finer = STATUS.matcher(group.diagnostic);
        while (finer.find()) {
            String code = finer.group(1);
            boolean sameClass = group.status == null || group.status.charAt(0) == code.charAt(0);
            if (sameClass && !code.endsWith(".0.0")) return code;
        }
        return group.status;
    }
}
