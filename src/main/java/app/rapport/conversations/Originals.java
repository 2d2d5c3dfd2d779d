package app.rapport.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Takes one mail after the other as it came, byte for byte. */
public interface Originals {
    /**
     * @param sender the address it came from, as it stands; may be empty
     * @param content read now or never
     */
    void take(String sender, Optional<Instant> at, InputStream content) throws IOException;
}
