package app.rapport.conversations.model;

import app.rapport.kernel.TouchId;
import app.rapport.listening.SignatureReader;
import app.rapport.listening.SignatureReader.Found;
import app.rapport.listening.SignatureReader.Kind;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A mail and the signature below it. */
public record Signed(TouchId mail, Instant at, String signature) {
    private static final int MOST = 5;

    /** What a record holds of somebody. */
    public record Held(String title, String company, List<String> phones) {
        public Held {
            phones = List.copyOf(phones);
        }

        private boolean has(Found found) {
            return switch (found.kind()) {
                case PHONE -> phones.stream().anyMatch(phone -> isSame(phone, found.value()));
                case TITLE -> contains(title, found.value());
                case COMPANY ->
                        contains(company, found.value())
                                || (!company.isBlank() && contains(found.value(), company));
            };
        }

        /** "Quillbrook" says "Quillbrook Dairy Ltd" well enough not to ask, and the other way. */
        private static boolean contains(String text, String part) {
            return (" " + words(text) + " ").contains(" " + words(part) + " ");
        }

        private static String words(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        }
    }

    /**
     * What these signatures say that the record does not hold: every phone number, and of title and
     * company the newest word alone, for an older one was true once.
     *
     * @param newestFirst somebody's mails
     * @param dismissed ids that somebody decided against
     */
    public static List<Suggestion> suggestions(
            List<Signed> newestFirst, Held held, Set<String> dismissed) {
        List<Suggestion> offered = new ArrayList<>();
        List<Kind> said = new ArrayList<>();
        for (Signed mail : newestFirst) {
            List<Found> news =
                    SignatureReader.read(mail.signature).stream()
                            .filter(found ->
                                    found.kind() == Kind.PHONE || !said.contains(found.kind()))
                            .toList();
            news.forEach(found -> said.add(found.kind()));
            news.stream()
                    .filter(found -> !held.has(found) && isNew(found, offered))
                    .map(found -> Suggestion.of(found.kind(), found.value(), mail.mail, mail.at))
                    .forEach(offered::add);
        }
        return offered.stream()
                .filter(suggestion -> !dismissed.contains(suggestion.id()))
                .limit(MOST)
                .toList();
    }

    private static boolean isNew(Found found, List<Suggestion> offered) {
        return found.kind() != Kind.PHONE
                || offered.stream()
                        .noneMatch(one ->
                                one.kind() == Kind.PHONE && isSame(one.value(), found.value()));
    }

    /** The same line, whether written as from abroad or from next door. */
    private static boolean isSame(String one, String other) {
        if (one.replaceAll("\\D", "").equals(other.replaceAll("\\D", ""))) return true;
        MatchType match = PhoneNumberUtil.getInstance().isNumberMatch(one, other);
        return match != MatchType.NO_MATCH && match != MatchType.NOT_A_NUMBER;
    }
}
