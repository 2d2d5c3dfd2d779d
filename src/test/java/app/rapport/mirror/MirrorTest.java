package app.rapport.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.access.MailPrivacy;
import app.rapport.access.Refused;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FreshFirm;
import app.rapport.kernel.PersonId;
import app.rapport.kernel.Viewer;
import app.rapport.mirror.Mirrors.Mirror;
import app.rapport.mirror.model.Figure;
import app.rapport.mirror.model.Group;
import app.rapport.mirror.model.Often;
import app.rapport.mirror.model.Question;
import app.rapport.mirror.model.Step;
import app.rapport.promises.Promises;
import app.rapport.promises.Thanking;
import app.rapport.promises.model.Promise;
import app.rapport.promises.model.ThanksOwed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How customers met a member is told by the facts, to that member and to nobody else. */
class MirrorTest {
    private static final String ASKS = "Could you send me the data sheet by Monday, please?";

    private static TestServer server;

    private FreshFirm firm;
    private Viewer nora;
    private Viewer tom;
    private PersonId marta;

    @BeforeAll
    static void open() {
        server = TestServer.start();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void a_firm_that_answers_once_and_leaves_one_hanging() {
        firm = new FreshFirm(server);
        nora = firm.nora();
        tom = firm.tom();
        String marta = "Marta Vesely <marta@quill.example>";
        String us = "Nora <" + firm.address() + ">";
        firm.bring(
                mail(marta, us, 1, 40 * 24, "Sheet", ASKS)
                        + mail(us, marta, 2, 40 * 24 - 3, "Sheet", "Here it is.")
                        + mail(us, marta, 3, 30 * 24, "A find", "I read this and thought of you.")
                        + mail(us, marta, 4, 20 * 24, "Order", "Could you send me the order?")
                        + mail(marta, us, 5, 15 * 24, "Prices", ASKS));
        this.marta = firm.person("marta@quill.example");
    }

    private String mail(
            String from, String to, int number, int hoursAgo, String subject, String words) {
        return firm.mail(from, to, "", number, hoursAgo, subject, words);
    }

    private Mirrors mirrors() {
        return server.bean(Mirrors.class);
    }

    private Mirror own() {
        return own(nora);
    }

    /** With the questions answered or left out. */
    private Mirror own(Viewer viewer) {
        return firm.in(() -> {
            mirrors().leaveOut(viewer);
            return mirrors().own(viewer);
        });
    }

    @Test
    void the_facts_come_after_what_one_says_of_oneself_and_change_nothing_of_it() {
        firm.in(() -> {
            mirrors().say(nora, Map.of(Question.QUICK, Optional.of(Often.SELDOM)));
            mirrors().say(nora, Map.of(Question.QUICK, Optional.of(Often.ALWAYS)));
            return true;
        });
        Mirror before = firm.in(() -> mirrors().own(nora));
        assertThat(before.showsFacts()).isFalse();
        assertThat(before.facts().facts()).isEmpty();
        assertThat(before.review().open()).hasSize(5).doesNotContain(Question.QUICK);

        Mirror after = own();

        assertThat(after.facts().facts()).isNotEmpty();
        assertThat(after.review().said()).containsOnlyKeys(Question.QUICK);
        assertThatThrownBy(() ->
                        firm.in(() -> {
                            mirrors().say(nora, Map.of(Question.QUICK, Optional.of(Often.HALF)));
                            return true;
                        }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stands until");
        assertThat(own().review().said().get(Question.QUICK).often()).isEqualTo(Often.ALWAYS);
    }

    @Test
    void each_fact_falls_where_a_customer_would_put_it_and_opens_to_what_shows_it() {
        assertThat(own().facts().counts(Figure.ANSWERS))
                .containsEntry(Group.HOURS, 1L)
                .containsEntry(Group.HANGING, 1L);
        assertThat(own().facts().counts(Figure.NEWCOMERS))
                .containsEntry(Group.HOURS, 1L)
                .containsEntry(Group.HANGING, 0L);
        assertThat(own().facts().counts(Figure.WRITING))
                .containsEntry(Group.ANSWERING, 1L)
                .containsEntry(Group.GIVING, 1L)
                .containsEntry(Group.ASKING, 1L);
        assertThat(own().facts().of(Figure.ANSWERS))
                .allMatch(fact -> fact.href().startsWith("/touches/"))
                .allMatch(fact -> fact.with().equals(Optional.of(marta)));
        assertThat(own(tom).facts().facts()).isEmpty();
    }

    @Test
    void a_promise_and_a_favour_count_once_they_are_settled() {
        Promises promises = server.bean(Promises.class);
        Thanking thanking = server.bean(Thanking.class);
        firm.in(() -> {
            Promise made =
                    promises.make(
                            nora,
                            new Promises.New(
                                    Promise.Side.OURS,
                                    Optional.of(marta),
                                    nora.member(),
                                    "send the order form",
                                    Optional.empty(),
                                    1,
                                    Optional.empty()));
            UUID favour = thanking.record(nora, marta, ThanksOwed.Kind.FAVOUR, "a lift");
            assertThat(own().facts().of(Figure.PROMISES)).isEmpty();
            assertThat(own().facts().of(Figure.THANKS)).isEmpty();

            thanking.settle(nora, marta, favour, true);
            return promises.move(
                    nora,
                    made.id(),
                    app.rapport.promises.model.Step.Kind.KEPT,
                    Optional.empty(),
                    Optional.empty());
        });

        assertThat(own().facts().of(Figure.PROMISES, Group.KEPT))
                .singleElement()
                .matches(fact -> fact.words().equals("send the order form"));
        assertThat(own().facts().of(Figure.THANKS, Group.THANKED)).hasSize(1);
    }

    @Test
    void nobody_else_sees_it_until_it_is_shared_and_then_nothing_that_is_kept_private() {
        firm.in(() -> {
            mirrors().walk(nora, Step.CALL, false, "Nobody knew the line");
            return true;
        });
        assertThat(ofNora()).isEmpty();
        assertThat(firm.in(() -> mirrors().sharing(tom))).isEmpty();

        firm.in(() -> {
            mirrors().share(nora);
            return true;
        });
        assertThat(ofNora().orElseThrow().facts().of(Figure.WRITING)).hasSize(3);
        assertThat(ofNora().orElseThrow().walked()).containsOnlyKeys(Step.CALL);
        assertThat(firm.in(() -> mirrors().sharing(tom))).containsValue("Nora");

        firm.in(() -> {
            server.bean(MailPrivacy.class).keepPrivate(nora, "marta@quill.example");
            return true;
        });
        assertThat(ofNora().orElseThrow().facts().facts()).isEmpty();
        assertThat(own().facts().of(Figure.WRITING)).hasSize(3);

        firm.in(() -> {
            mirrors().keepPrivate(nora);
            return true;
        });
        assertThat(ofNora()).isEmpty();
    }

    private Optional<Mirror> ofNora() {
        return firm.in(() -> mirrors().of(tom, nora.member()));
    }

    @Test
    void of_two_who_work_here_no_team_is_shown() {
        assertThat(firm.in(() -> mirrors().team(nora)).counts()).isEmpty();
    }
}
