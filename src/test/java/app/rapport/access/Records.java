package app.rapport.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.browser.TestServer;
import app.rapport.database.CurrentWorkspace;
import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.model.DealField;
import app.rapport.exchange.FileImport;
import app.rapport.kernel.ImportId;
import app.rapport.negotiations.Negotiations;
import app.rapport.risk.RiskDesk;
import app.rapport.risk.model.Stake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a workspace one record of each kind, through the doors that people use. */
final class Records {
    private static final String MAIL =
            """
            From mira@vesely.example Mon Mar  9 09:14:00 2026
            From: Mira Vesely <mira@vesely.example>
            To: Nora <nora@tarn.example>
            Date: Mon, 09 Mar 2026 09:14:00 +0100
            Message-ID: <1@vesely.example>
            Subject: Twelve housings over Easter

            Can your crew change twelve housings over Easter? I need to know by tomorrow.

            From nora@tarn.example Mon Mar  9 10:14:00 2026
            From: Nora <nora@tarn.example>
            To: Mira Vesely <mira@vesely.example>
            Date: Mon, 09 Mar 2026 10:14:00 +0100
            Message-ID: <2@tarn.example>
            In-Reply-To: <1@vesely.example>
            Subject: Re: Twelve housings over Easter

            They can. I send the plan today.

            """;

    private Records() {}

    static void fill(TestServer server, Caller owner, Member member) {
        try {
            Path mailbox = Files.createTempFile("records", ".mbox");
            Files.writeString(mailbox, MAIL.replace("nora@tarn.example", member.email()));
            FileImport imports = server.bean(FileImport.class);
            CurrentWorkspace.callThrowing(
                    member.workspace(),
                    () -> {
                        ImportId id = imports.begin(member.viewer(), List.of(mailbox));
                        sell(server, member);
                        return imports.run(member.viewer(), id, _ -> {});
                    });
            Files.delete(mailbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(owner.send("GET", "/api/v1/contacts", false).body()).contains("Mira Vesely");
    }

    /** A deal with a history, and the plan of its negotiation. */
    private static void sell(TestServer server, Member member) {
        DealBook deals = server.bean(DealBook.class);
        DealId deal = deals.add(member.viewer(), Map.of(DealField.NAME, "Twelve housings"));
        deals.change(member.viewer(), deal, Map.of(DealField.AMOUNT, "1200"), _ -> {});
        server.bean(Negotiations.class).begin(member.viewer(), deal, "Housings", Optional.empty());
        server.bean(RiskDesk.class).note(member.viewer(), deal, Stake.NONE);
    }
}
