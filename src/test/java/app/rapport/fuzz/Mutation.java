package app.rapport.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** One way to bend a file. */
enum Mutation {
    FLIP {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            byte[] bent = file.clone();
            int times = 1 + chance.nextInt(16);
            for (int i = 0; i < times; i++)
                bent[chance.nextInt(bent.length)] ^= (byte) (1 << chance.nextInt(8));
            return bent;
        }
    },
    CUT {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            return Arrays.copyOf(file, chance.nextInt(file.length));
        }
    },
    SPLICE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            int from = chance.nextInt(other.length);
            return joined(
                    Arrays.copyOf(file, chance.nextInt(file.length)),
                    Arrays.copyOfRange(other, from, other.length));
        }
    },
    REPEAT {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            int from = chance.nextInt(file.length);
            int to = from + 1 + chance.nextInt(Math.min(4_000, file.length - from));
            byte[] block = Arrays.copyOfRange(file, from, to);
            return inserted(file, to, times(block, 1 + chance.nextInt(LONGEST / block.length)));
        }
    },
    LEAVE_OUT {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            int from = chance.nextInt(file.length);
            int to = from + 1 + chance.nextInt(file.length - from);
            return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
        }
    },
    LONG_LINE {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            byte[] sign = bytes(one(SIGNS, chance));
            return inserted(
                    file,
                    chance.nextInt(file.length),
                    times(sign, 1 + chance.nextInt(LONGEST / sign.length)));
        }
    },
    HEADERS {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            byte[] header = bytes(one(LINES, chance));
            return inserted(
                    file,
                    lineStart(file, chance),
                    times(header, 1 + chance.nextInt(LONGEST / header.length)));
        }
    },
    NEST {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            int depth = 1 + chance.nextInt(1_500);
            boolean messages = chance.nextBoolean();
            StringBuilder opened = new StringBuilder();
            for (int i = 0; i < depth; i++)
                opened.append(
                        messages
                                ? "Content-Type: message/rfc822\n\n"
                                : "Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n"
                                        .formatted(i));
            return joined(bytes(opened.toString()), file);
        }
    },
    LETTERS {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            byte[] strange = new byte[1 + chance.nextInt(200)];
            chance.nextBytes(strange);
            byte[] named =
                    bytes(
                            new String(file, StandardCharsets.ISO_8859_1)
                                    .replaceFirst("(?i)utf-8", one(CHARSETS, chance)));
            return inserted(named, chance.nextInt(named.length), strange);
        }
    },
    WORD {
        @Override
        byte[] of(byte[] file, byte[] other, RandomGenerator chance) {
            return inserted(file, chance.nextInt(file.length), bytes(one(WORDS, chance)));
        }
    };

    static final int LONGEST = 120_000;
    private static final List<String> SIGNS =
            List.of(
                    "a",
                    " ",
                    "\"a,",
                    ",",
                    "<",
                    "(",
                    "=?utf-8?q?a?= ",
                    ">",
                    "\"",
                    "--",
                    ";",
                    "\\",
                    "a@b.c,",
                    "=\n",
                    "\0",
                    "[",
                    "&#",
                    "a.");
    private static final List<String> LINES =
            List.of(
                    "X-A: b\n",
                    "Received: from a by b; Mon, 9 Mar 2026 10:12:00 +0000\n",
                    " folded\n",
                    "To: a@b.example\n",
                    "Content-Type: text/plain; a*0=b\n",
                    "BEGIN:VCARD\n",
                    "BEGIN:VEVENT\n",
                    "AGENT:\nBEGIN:VCARD\n",
                    "From a 10:12 2026\n",
                    "> quoted\n",
                    "RRULE:FREQ=SECONDLY\n",
                    "References: <a@b> <c@d>\n",
                    "--b0\n");
    private static final List<String> CHARSETS =
            List.of(
                    "utf-16",
                    "utf-7",
                    "iso-2022-jp",
                    "x-none",
                    "utf-32",
                    "gb18030",
                    "",
                    "\"",
                    "ibm037");
    private static final List<String> WORDS =
            List.of(
                    "Content-Transfer-Encoding: base64\n",
                    "Content-Transfer-Encoding: x\n",
                    "\nContent-Length: 999999999\n",
                    "DTSTART;TZID=Nowhere:99999999T999999\n",
                    "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\n",
                    "RRULE:FREQ=SECONDLY;INTERVAL=0;BYSETPOS=-366\n",
                    "DURATION:P99999999999W\n",
                    "BDAY:--02-31\n",
                    "<![CDATA[",
                    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                    "-999999999999999999999",
                    "1E999999999",
                    "%s%n{0}",
                    "\r",
                    "\n\n",
                    "\ufeff");

    abstract byte[] of(byte[] file, byte[] other, RandomGenerator chance);

    /** A few of them, one after the other. */
    static byte[] some(byte[] file, byte[] other, RandomGenerator chance) {
        byte[] bent = file;
        int times = 1 + chance.nextInt(3);
        for (int i = 0; i < times && bent.length > 0; i++)
            bent = values()[chance.nextInt(values().length)].of(bent, other, chance);
        return bent;
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] inserted(byte[] file, int at, byte[] what) {
        return joined(
                joined(Arrays.copyOf(file, at), what), Arrays.copyOfRange(file, at, file.length));
    }

    private static byte[] times(byte[] block, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(block.length * times);
        for (int i = 0; i < times; i++) all.writeBytes(block);
        return all.toByteArray();
    }

    private static int lineStart(byte[] file, RandomGenerator chance) {
        int at = chance.nextInt(file.length);
        while (at > 0 && file[at - 1] != '\n') at--;
        return at;
    }

    private static String one(List<String> all, RandomGenerator chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(
                text.indexOf('\ufeff') < 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
