package app.rapport.balance.web;

import app.rapport.balance.model.Band;
import app.rapport.kernel.Estimate;

/** Our share as a bar and in words. */
public record ShareView(Estimate share) {
    public Band band() {
        return Band.of(share);
    }

    public boolean isKnown() {
        return band() != Band.NOT_KNOWN;
    }

    public String missing() {
        return share instanceof Estimate.NotKnownYet(String missing) ? missing : "";
    }

    public long ours() {
        return share instanceof Estimate.Known known ? Math.round(known.value()) : 0;
    }

    /** "30 to 46". */
    public String range() {
        return share instanceof Estimate.Known(_, double low, double high)
                ? Math.round(low) + " to " + Math.round(high)
                : "";
    }

    /** "38% ours (30 to 46)". */
    public String inWords() {
        return isKnown() ? ours() + "% ours (" + range() + ")" : "not known yet";
    }

    /** Of a bar this wide, with a gap before theirs. */
    public double oursWide(int width) {
        return Math.max(0, width * ours() / 100.0 - 1);
    }

    public double theirsFrom(int width) {
        return Math.min(width, width * ours() / 100.0 + 1);
    }
}
