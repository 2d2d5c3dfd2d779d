package app.rapport.access.web;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.access.MailPrivacy;
import app.rapport.access.MailSharing;
import app.rapport.access.Member;
import app.rapport.access.Profiles;
import app.rapport.access.Refused;
import app.rapport.access.Sessions;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.post.Post;
import app.rapport.ui.Notice;
import app.rapport.ui.Notices;
import app.rapport.ui.Page;
import app.rapport.ui.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The member's own settings. */
@Controller
@Needs(toRead = Right.READ_OWN, toChange = Right.CHANGE_OWN)
class ProfileController {
    private final Access access;
    private final Profiles profiles;
    private final House house;
    private final MailPrivacy privacy;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Post post;
    private final SettingsNav nav;

    ProfileController(
            Access access,
            Profiles profiles,
            House house,
            MailPrivacy privacy,
            Sessions sessions,
            SessionCookie cookie,
            Post post,
            SettingsNav nav) {
        this.post = post;
        this.access = access;
        this.profiles = profiles;
        this.house = house;
        this.privacy = privacy;
        this.sessions = sessions;
        this.cookie = cookie;
        this.nav = nav;
    }

    @GetMapping("/settings")
    Page profile(Member member) {
        return page(member, Wrong.NOTHING);
    }

    private Page page(Member member, Wrong wrong) {
        return new ProfilePage(
                member,
                house.ownAddresses(member.viewer()),
                privacy.sharing(member.viewer()),
                privacy.privateAddresses(member.viewer()).sorted(),
                Zones.around(member.zone()),
                Zones.locales(),
                profiles.wantsToday(member.viewer()),
                post.sendsForProgram(member.viewer()),
                nav.tabs("/settings"),
                wrong);
    }

    @PostMapping("/settings")
    @Nullable Page change(
            Member member,
            @RequestParam String name,
            @RequestParam String zone,
            @RequestParam String locale,
            @RequestParam String theme,
            @RequestParam(defaultValue = "false") boolean singleKeys,
            HttpServletResponse response)
            throws IOException {
        try {
            profiles.change(
                    member.viewer(), name, zone, Locale.forLanguageTag(locale), theme, singleKeys);
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        return done(response, Notice.of("Your profile is saved."));
    }

    @PostMapping("/settings/today-mail")
    @Nullable Page todayMail(
            Member member,
            @RequestParam(defaultValue = "false") boolean wanted,
            HttpServletResponse response)
            throws IOException {
        profiles.wantToday(member.viewer(), wanted);
        return done(
                response,
                Notice.of(
                        wanted
                                ? "Your Today comes at 7:30 on working days."
                                : "No more mails in the morning."));
    }

    @PostMapping("/settings/password")
    @Nullable Page password(
            Member member,
            @RequestParam String present,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            access.changePassword(member, present, password);
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        int others = sessions.closeOthers(member, cookie.secret(request).orElseThrow());
        return done(
                response,
                Notice.of(
                        others == 0
                                ? "Your password is changed."
                                : "Your password is changed. Other browsers have to log in again."));
    }

    @PostMapping("/settings/addresses")
    @Nullable Page addAddress(
            Member member, @RequestParam String address, HttpServletResponse response)
            throws IOException {
        if (address.isBlank()) return page(member, new Wrong("address", "Give an address"));
        house.addOwnAddresses(member.viewer(), List.of(address));
        return done(response, Notice.of(address.strip() + " is yours."));
    }

    @PostMapping("/settings/addresses/remove")
    @Nullable Page removeAddress(
            Member member, @RequestParam String address, HttpServletResponse response)
            throws IOException {
        house.removeOwnAddress(member.viewer(), address);
        String undo =
                "/settings/addresses?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return done(response, Notice.undoable(address + " is no longer yours.", undo));
    }

    @PostMapping("/settings/mail-sharing")
    @Nullable Page share(
            Member member, @RequestParam String mailSharing, HttpServletResponse response)
            throws IOException {
        try {
            privacy.share(member.viewer(), MailSharing.of(mailSharing));
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        return done(response, Notice.of("What colleagues see of your mail is saved."));
    }

    @PostMapping("/settings/private-addresses")
    @Nullable Page keepPrivate(
            Member member, @RequestParam String privateAddress, HttpServletResponse response)
            throws IOException {
        String key;
        try {
            key = privacy.keepPrivate(member.viewer(), privateAddress);
        } catch (Refused e) {
            return page(member, new Wrong(e.field(), e.getMessage()));
        }
        return done(response, Notice.of("Mail with " + key + " is yours alone."));
    }

    @PostMapping("/settings/private-addresses/remove")
    @Nullable Page open(
            Member member, @RequestParam String privateAddress, HttpServletResponse response)
            throws IOException {
        privacy.open(member.viewer(), privateAddress);
        String undo =
                "/settings/private-addresses?privateAddress="
                        + URLEncoder.encode(privateAddress, StandardCharsets.UTF_8);
        return done(
                response,
                Notice.undoable("Mail with " + privateAddress + " is no longer private.", undo));
    }

    private static @Nullable Page done(HttpServletResponse response, Notice notice)
            throws IOException {
        Notices.say(response, notice);
        response.sendRedirect("/settings");
        return null;
    }
}
