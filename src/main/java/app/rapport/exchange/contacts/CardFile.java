package app.rapport.exchange.contacts;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of vCards (2.1, 3.0, 4.0), card by card; each gives one item. */
public final class CardFile implements Closeable {
    private final TextBlocks blocks;

    private CardFile(TextBlocks blocks) {
        this.blocks = blocks;
    }

    public static CardFile open(Path file) throws IOException {
        return new CardFile(new TextBlocks(TextForm.of(file).open(file), "VCARD"));
    }

    /** The next card's item; empty at the end. */
    public Optional<Item> next() throws IOException {
        return blocks.next().map(CardFile::item);
    }

    private static Item item(TextBlocks.Block block) {
        String position = "card " + block.number();
        try (VCardReader reader = new VCardReader(block.text())) {
            VCard card = reader.readNext();
            if (card == null)
                return new Item.SetAside(
                        position,
                        "The card is empty. Export it again, or leave it out.",
                        block.text());
            return new CardReader(card, position, block.text()).item();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Item.SetAside(
                    position,
                    "The card could not be read ("
                            + e.getMessage()
                            + "). Mend it, then put it in again.",
                    block.text());
        }
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }
}
