package app.rapport.mailboxes.web;

import app.rapport.access.House;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import app.rapport.mailboxes.Mailboxes;
import app.rapport.mailboxes.Mailboxes.View;
import app.rapport.mailboxes.imap.ImapSession.Listed;
import app.rapport.mailboxes.model.FolderCount;
import app.rapport.mailboxes.model.FolderRole;
import app.rapport.mailboxes.model.Mailbox;
import app.rapport.mailboxes.model.MailboxId;
import app.rapport.ui.Seat;
import app.rapport.ui.SettingsTabs;
import app.rapport.ui.Wrong;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the pages of mailboxes together. */
@Component
class MailboxViews {
    private final Mailboxes mailboxes;
    private final House house;
    private final SettingsTabs tabs;
    private final Clock clock;

    MailboxViews(Mailboxes mailboxes, House house, SettingsTabs tabs, Clock clock) {
        this.mailboxes = mailboxes;
        this.house = house;
        this.tabs = tabs;
        this.clock = clock;
    }

    View view(Viewer viewer, UUID id) {
        return mailboxes
                .one(viewer, new MailboxId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    MailboxCard card(View view) {
        return new MailboxCard(view, clock.instant());
    }

    MailboxesPage page(Seat seat, ConnectForm form, Wrong wrong) {
        Viewer viewer = seat.viewer();
        return new MailboxesPage(
                mailboxes.of(viewer).stream().map(this::card).toList(),
                seat.may(Right.MANAGE_MEMBERS) ? others(viewer) : List.of(),
                form,
                wrong,
                tabs.at(MailboxController.HERE));
    }

    private List<MailboxesPage.Other> others(Viewer viewer) {
        var names = house.members(viewer);
        return mailboxes.ofOthers(viewer).stream()
                .map(box ->
                        new MailboxesPage.Other(
                                names.getOrDefault(box.member(), "Somebody who left"),
                                state(box),
                                box.state() == Mailbox.State.ACTIVE && box.trouble().isEmpty(),
                                box.syncedAt()))
                .toList();
    }

    private static String state(Mailbox box) {
        return switch (box.state()) {
            case PAUSED -> "Paused";
            case STOPPED -> "Stopped";
            case ACTIVE -> box.trouble().isPresent() ? "Tried again" : "Kept up with";
        };
    }

    FoldersPage folders(Viewer viewer, View view, Wrong wrong) {
        Mailbox box = view.mailbox();
        List<Listed> listed = mailboxes.folders(viewer, box);
        Set<FolderRole> roles = listed.stream().map(Listed::role).collect(Collectors.toSet());
        Set<String> chosen =
                view.folders().stream()
                        .filter(FolderCount::chosen)
                        .map(FolderCount::name)
                        .collect(Collectors.toSet());
        return new FoldersPage(
                box,
                listed.stream()
                        .map(one ->
                                new FoldersPage.Line(
                                        one.name(),
                                        words(one.role()),
                                        one.messages(),
                                        box.everyFolder()
                                                ? one.role().usuallyRead(roles)
                                                : chosen.contains(one.name())))
                        .toList(),
                box.since().map(Object::toString).orElse(""),
                wrong,
                tabs.at(MailboxController.HERE));
    }

    private static String words(FolderRole role) {
        return switch (role) {
            case JUNK -> "spam: kept, and no talks";
            case DRAFTS -> "drafts: kept, and no talks";
            case TRASH -> "thrown away";
            case ALL -> "everything in one folder";
            case FLAGGED -> "shows mail of other folders";
            case INBOX, SENT, ARCHIVE, PLAIN -> "";
        };
    }

    RemovePage remove(View view) {
        return new RemovePage(view, tabs.at(MailboxController.HERE));
    }
}
