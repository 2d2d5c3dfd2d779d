package app.rapport.exchange.outlook;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** The folders of a data file as they lie in each other, and what is in each. */
final class PstFolders {
    private static final int DEEPEST = 100;

    private final PSTFile file;

    PstFolders(PSTFile file) {
        this.file = file;
    }

    /** Is shown a folder or an item; {@code false} ends the walk. */
    interface Visitor {
        boolean visit(Place place, PSTObject item) throws PSTException, IOException;
    }

    /** Is told of what cannot be read; {@code false} ends the walk. */
    interface Trouble {
        boolean tell(Place place, String problem) throws IOException;
    }

    /**
     * Where an item lies.
     *
     * @param number the first is 1; 0 for the folder itself
     */
    record Place(String folder, String holds, int number) {}

    /** Every item of every folder, in their order. */
    void items(Visitor visitor, Trouble trouble) throws IOException {
        each(
                (place, folder) ->
                        !(folder instanceof PSTFolder here)
                                || new FolderItems(here).each(place, visitor, trouble),
                trouble);
    }

    /** Every folder that a person sees, the outer ones first. */
    void each(Visitor visitor, Trouble trouble) throws IOException {
        try {
            below(root(), "", 0, new HashSet<>(), visitor, trouble);
        } catch (CancellationException e) {
            throw e; // of whoever takes the items
        } catch (PSTException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new PstFile.Unreadable(OutlookWords.why(e), e);
        }
    }

    private PSTFolder root() throws PSTException {
        try {
            return file.getRootFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(OutlookWords.why(e), e);
        }
    }

    private boolean below(
            PSTFolder above,
            String path,
            int depth,
            Set<Long> seen,
            Visitor visitor,
            Trouble trouble)
            throws PSTException, IOException {
        if (depth > DEEPEST) return true;
        for (PSTFolder folder : in(above, path, trouble)) {
            if (PSTObject.getNodeType((int) folder.getDescriptorNodeId())
                            != PSTObject.NID_TYPE_NORMAL_FOLDER
                    || !seen.add(folder.getDescriptorNodeId())) continue;
            String name = PstMail.said(folder.getDisplayName()).replace('/', '_');
            String here = path.isEmpty() ? name : path + "/" + name;
            Place place = new Place(here, PstMail.said(folder.getContainerClass()), 0);
            if (!visitor.visit(place, folder)
                    || !below(folder, here, depth + 1, seen, visitor, trouble)) return false;
        }
        return true;
    }

    private static List<PSTFolder> in(PSTFolder above, String path, Trouble trouble)
            throws IOException {
        try {
            return above.getSubFolders();
        } catch (PSTException | IOException | RuntimeException e) {
            trouble.tell(
                    new Place(path, "", 0),
                    "Its folders cannot be read (%s). Repair the file with Outlook's scanpst, then bring it again"
                            .formatted(OutlookWords.why(e)));
            return List.of();
        }
    }

    /** The items of one folder; one that is damaged does not stop the others. */
    private final class FolderItems {
        private final PSTFolder folder;

        FolderItems(PSTFolder folder) {
            this.folder = folder;
        }

        boolean each(Place place, Visitor visitor, Trouble trouble) throws IOException {
            List<Integer> nodes = new ArrayList<>();
            int told = folder.getContentCount();
            try {
                told = Math.max(told, folder.getEmailCount());
                nodes.addAll(folder.getChildDescriptorNodes());
            } catch (PSTException | IOException | RuntimeException e) {
                nodes.clear();
            }
            boolean goesOn =
                    nodes.size() >= told || trouble.tell(place, missing(told, nodes.size()));
            for (int i = 0; goesOn && i < nodes.size(); i++)
                goesOn = one(at(place, i + 1), nodes.get(i), visitor, trouble);
            return goesOn;
        }

        private PSTObject loaded(int node) throws PSTException {
            try {
                return PSTObject.detectAndLoadPSTObject(file, node);
            } catch (IOException e) {
                throw new UncheckedIOException(OutlookWords.why(e), e);
            }
        }

        private static String missing(int told, int found) {
            return "Of %d items of this folder %d can be found. Repair the file with Outlook's scanpst, then bring it again"
                    .formatted(told, found);
        }

        private static Place at(Place place, int number) {
            return new Place(place.folder(), place.holds(), number);
        }

        private boolean one(Place place, int node, Visitor visitor, Trouble trouble)
                throws IOException {
            try {
                return visitor.visit(place, loaded(node));
            } catch (CancellationException e) {
                throw e;
            } catch (PSTException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // of memory: a damaged length asks for more than there is
                return trouble.tell(
                        place,
                        "It is damaged (%s). Repair the file with Outlook's scanpst, then bring it again"
                                .formatted(OutlookWords.why(e)));
            }
        }
    }
}
