package app.rapport.kills;

/** Made-up mail and contacts of a round; no round shares people, firms or ids with another. */
final class Letters {
    private Letters() {}

    static String letter(int number, String tag) {
        return """
        From: Writer %1$02d <writer%1$d@firm%2$d-%3$s.example>
        To: owner@tarn.example
        Date: Mon, 6 May 2024 10:%4$02d:%5$02d +0000
        Message-ID: <letter-%6$d-%3$s@firm.example>
        Subject: Order %6$d

        Could you send number %6$d again?
        """
                .formatted(number % 40, number % 8, tag, number / 60 % 60, number % 60, number);
    }

    static String mbox(int letters, String tag) {
        StringBuilder box = new StringBuilder();
        for (int i = 0; i < letters; i++)
            box.append("From writer@firm.example Mon May  6 10:00:00 2024\n")
                    .append(letter(i, tag))
                    .append('\n');
        return box.toString();
    }

    static String table(int people, String tag) {
        StringBuilder table = new StringBuilder("First Name,Last Name,Email,Company,Notes\n");
        for (int i = 0; i < people; i++)
            table.append(
                    "Ada,Lind %1$04d %2$s,ada%1$d@%2$s.example,Firm %3$d of %2$s,Met %1$d times\n"
                            .formatted(i, tag, i % 50));
        return table.toString();
    }
}
