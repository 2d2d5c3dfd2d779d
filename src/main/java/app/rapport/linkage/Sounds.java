package app.rapport.linkage;

/**
 * A short code that names which sound alike share: Soundex's classes of consonants (Russell, US
 * patent 1,261,167 of 1918) after a few spellings of one sound are made one. Letters of other
 * alphabets stand for themselves.
 */
final class Sounds {
    private static final String CLASSES = "01230120022455012623010202";
    private static final int LENGTH = 4;

    private Sounds() {}

    static String code(String name) {
        String plain = name.replace(" ", "").replace("ph", "f").replace("ck", "k");
        plain = plain.replace("wr", "r").replace("kn", "n").replace("gh", "g");
        if (plain.isEmpty()) return "";
        StringBuilder code = new StringBuilder();
        code.append(first(plain.charAt(0)));
        char last = sound(plain.charAt(0));
        for (int i = 1; i < plain.length() && code.length() < LENGTH; i++) {
            char sound = sound(plain.charAt(i));
            if (sound != '0' && sound != last) code.append(sound);
            last = sound;
        }
        return code.toString();
    }

    private static char first(char letter) {
        return switch (letter) {
            case 'c', 'q' -> 'k';
            case 'z' -> 's';
            case 'y' -> 'i';
            default -> letter;
        };
    }

    private static char sound(char letter) {
        return letter >= 'a' && letter <= 'z' ? CLASSES.charAt(letter - 'a') : letter;
    }
}
