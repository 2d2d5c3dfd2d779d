package app.rapport.exchange.outlook;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Windows' numbers of character sets. */
final class CodePage {
    private static final int UTF_8 = 65001;
    private static final int ISO = 28590;

    private CodePage() {}

    /** What most of the western world wrote in, where the number is unknown. */
    static Charset of(int number) {
        for (String name : names(number))
            if (Charset.isSupported(name)) return Charset.forName(name);
        return Charset.forName("windows-1252");
    }

    private static List<String> names(int number) {
        return switch (number) {
            case UTF_8 -> List.of(StandardCharsets.UTF_8.name());
            case 20127 -> List.of("windows-1252");
            case 20866 -> List.of("KOI8-R");
            case 21866 -> List.of("KOI8-U");
            case 932 -> List.of("windows-31j");
            case 936 -> List.of("GBK");
            case 949 -> List.of("x-windows-949");
            case 950 -> List.of("x-windows-950", "Big5");
            case 50220, 50221, 50222 -> List.of("ISO-2022-JP");
            case 51932 -> List.of("EUC-JP");
            case 51949 -> List.of("EUC-KR");
            case 54936 -> List.of("GB18030");
            default ->
                    number > ISO && number <= ISO + 15
                            ? List.of("ISO-8859-" + (number - ISO))
                            : List.of("windows-" + number, "IBM" + number);
        };
    }
}
