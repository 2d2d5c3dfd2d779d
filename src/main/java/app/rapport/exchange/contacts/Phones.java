package app.rapport.exchange.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phone numbers made comparable (ITU-T E.164). */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    static final String NO_REGION = "ZZ";

    private Phones() {}

    /**
     * @param region ISO country code for numbers without a country's prefix; ZZ when not known
     * @return "+14155550100", with "x12" for an extension; the digits alone where the number's
     *     country is not known; empty where there are fewer than three digits
     */
    public static String key(String written, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(written, region);
            if (NUMBERS.isPossibleNumber(number)) {
                String key = NUMBERS.format(number, PhoneNumberFormat.E164);
                return number.hasExtension() ? key + "x" + number.getExtension() : key;
            }
        } catch (NumberParseException e) {
            // its digits must do
        }
        String digits =
                written.codePoints()
                        .filter(Character::isDigit)
                        .map(c -> '0' + Character.digit(c, 10))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        if (digits.length() < 3) return "";
        return written.strip().startsWith("+") ? "+" + digits : digits;
    }

    /** The country that most of the numbers with a prefix come from; ZZ when none has one. */
    static String region(List<String> written) {
        Map<String, Integer> votes = new HashMap<>();
        for (String number : written) {
            if (!number.strip().startsWith("+")) continue;
            try {
                String region = NUMBERS.getRegionCodeForNumber(NUMBERS.parse(number, NO_REGION));
                if (region != null) votes.merge(region, 1, Integer::sum);
            } catch (NumberParseException e) {
                // no vote
            }
        }
        return Optional.of(votes)
                .filter(all -> !all.isEmpty())
                .map(all -> Collections.max(all.entrySet(), Map.Entry.comparingByValue()).getKey())
                .orElse(NO_REGION);
    }
}
