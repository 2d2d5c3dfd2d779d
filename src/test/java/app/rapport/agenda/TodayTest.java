package app.rapport.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.access.Access;
import app.rapport.access.House;
import app.rapport.agenda.Today.TodayList;
import app.rapport.agenda.TodayJson.ItemJson;
import app.rapport.browser.TestServer;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TodayTest {
    private static final String MARTA = "Marta Vesely <m.vesely@quillbrook.example>";
    private static final String JONAS = "Jonas Ekdal <j.ekdal@quillbrook.example>";
    private static final String AMINA = "Amina Sule <a.sule@osprey.example>";
    private static final String NORA = "Nora Pelling <nora@tarnteasel.example>";
    private static final Instant TUESDAY = Instant.parse("2026-03-10T08:00:00Z");

    private static TestServer server;
    private static TodayHouse house;
    private static Today today;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        house =
                new TodayHouse(
                        server.bean(Access.class),
                        server.bean(House.class),
                        server.bean(FileImport.class));
        today = server.bean(Today.class);
        house.mail(
                        MARTA,
                        NORA,
                        hours(-16),
                        "Easter",
                        "Nora, can your crew change twelve housings over Easter?")
                .mail(
                        AMINA,
                        NORA,
                        hours(-15),
                        "Lot 7714",
                        "Could you send me the report for lot 7714?")
                .mail(NORA, AMINA, hours(-14), "Re: Lot 7714", "Here it is.")
                .mail(
                        "Quill news <no-reply@quill.example>",
                        NORA,
                        hours(-13),
                        "Offer",
                        "Would you like our new catalogue?")
                .bring();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void who_asked_and_has_no_answer_waits_and_the_question_is_quoted() {
        assertThat(json(at(TUESDAY)).items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.level()).isEqualTo(1);
                    assertThat(item.why())
                            .isEqualTo(
                                    "Asks you alone: “Nora, can your crew change twelve housings over Easter?”");
                    assertThat(item.evidence().getFirst().quote())
                            .isEqualTo("Nora, can your crew change twelve housings over Easter?");
                    assertThat(item.reasons()).hasSize(1);
                });
    }

    @Test
    void what_becomes_known_later_changes_nothing_in_the_past() {
        TodayJson before = json(at(TUESDAY));
        house.mail(NORA, MARTA, hours(3), "Re: Easter", "Yes, from the third on.")
                .mail(JONAS, NORA, hours(4), "Plan", "Can you confirm the plan?")
                .bring();
        assertThat(json(at(TUESDAY))).isEqualTo(before);
        assertThat(json(at(hours(5))).items())
                .extracting(ItemJson::why)
                .noneMatch(why -> why.contains("Easter"))
                .anyMatch(why -> why.contains("Can you confirm the plan?"));
    }

    @Test
    void a_sender_whose_mails_were_not_needed_is_weaker_later_and_undo_restores_that() {
        house.mail(
                        "Bea Thorn <bea@pennywhistle.example>",
                        NORA,
                        Instant.now().minus(Duration.ofHours(2)),
                        "Malt",
                        "Could you tell me your view on malt?")
                .bring();
        double before = weightOfBea();
        String id = bea().getFirst().id();
        Today.Decision decision =
                house.in(() ->
                        today.judge(
                                        house.viewer(),
                                        id,
                                        new Verdict.NotNeeded("no answer wanted"),
                                        Instant.now())
                                .orElseThrow());
        house.mail(
                        "Bea Thorn <bea@pennywhistle.example>",
                        NORA,
                        Instant.now().minus(Duration.ofHours(1)),
                        "Hops",
                        "Could you tell me your view on hops?")
                .bring();
        double after = weightOfBea();
        house.in(() -> today.undo(house.viewer(), decision.batch()));
        assertThat(after).isLessThan(before * .7);
        assertThat(weightOfBea()).isGreaterThan(after);
    }

    private static double weightOfBea() {
        return bea().getFirst().first().weight();
    }

    private static List<app.rapport.agenda.model.Item> bea() {
        TodayList list = at(Instant.now());
        return list.open().stream()
                .filter(item ->
                        list.person(item).filter(card -> card.name().startsWith("Bea")).isPresent())
                .toList();
    }

    private static TodayList at(Instant moment) {
        return house.in(() -> today.at(house.viewer(), moment));
    }

    private static TodayJson json(TodayList list) {
        return TodayJson.of(list, 100);
    }

    private static Instant hours(int hours) {
        return TUESDAY.plus(Duration.ofHours(hours));
    }
}
