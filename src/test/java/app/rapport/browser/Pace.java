package app.rapport.browser;

import com.microsoft.playwright.Page;
import java.util.Locale;

/**
 * How long somebody needs who works by keyboard: the program's own time as it is measured, and the
 * keys as a slow typist presses them, 40 words a minute (the mean of 168,000 people is 52: Dhakal
 * and others, CHI 2018).
 */
public final class Pace {
    private static final double KEYS_A_SECOND = 40 * 5 / 60.0;

    private final Page page;
    private final long begun = System.nanoTime();
    private int pressed;
    private int typed;

    private Pace(Page page) {
        this.page = page;
    }

    /** From what is shown now. */
    public static Pace from(Page page) {
        return new Pace(page);
    }

    public void press(String keys) {
        page.keyboard().press(keys);
        pressed += keys.split("\\+").length;
    }

    public void note(String words) {
        page.keyboard().type(words);
        typed += words.length();
    }

    /** Beside the note itself. */
    public int pressed() {
        return pressed;
    }

    /** Until now; said once, for whoever reads the run. */
    public double seconds(String what) {
        double program = (System.nanoTime() - begun) / 1e9;
        double all = program + (pressed + typed) / KEYS_A_SECOND;
        System.out.printf(
                Locale.ROOT,
                "PACE %s: %d keys beside a note of %d letters, %.1f s with a slow typist, %.1f s of them the program's%n",
                what,
                pressed,
                typed,
                all,
                program);
        return all;
    }
}
