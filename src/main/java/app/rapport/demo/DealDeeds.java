package app.rapport.demo;

import app.rapport.deals.DealBook;
import app.rapport.deals.DealId;
import app.rapport.deals.Stage;
import app.rapport.deals.Stages;
import app.rapport.deals.model.DealField;
import app.rapport.demo.model.Deed;
import app.rapport.kernel.Viewer;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Deals of the play, through their book. */
@Component
class DealDeeds {
    private final DealBook deals;
    private final Stages stages;

    DealDeeds(DealBook deals, Stages stages) {
        this.deals = deals;
        this.stages = stages;
    }

    void begin(Known known, Deed.DealBegun deed) {
        Viewer viewer = known.seller(deed.done());
        Map<DealField, String> fields = fields(deed.fields());
        fields.put(DealField.ACCOUNT, known.company(deed.company()).toString());
        DealId deal = deals.add(viewer, fields);
        deed.people()
                .forEach((person, role) -> deals.join(viewer, deal, known.person(person), role));
        known.name("deal " + deed.key(), deal.value());
    }

    private static Map<DealField, String> fields(Map<DealField, String> some) {
        Map<DealField, String> fields = new EnumMap<>(DealField.class);
        fields.putAll(some);
        return fields;
    }

    void move(Known known, Deed.DealMoved deed) {
        Viewer viewer = known.seller(deed.done());
        Map<DealField, String> fields = fields(deed.fields());
        if (!deed.stage().isEmpty()) fields.put(DealField.STAGE, stage(viewer, deed.stage()));
        deals.change(viewer, new DealId(known.named("deal " + deed.key())), fields, _ -> {});
    }

    private String stage(Viewer viewer, String name) {
        return stages.all(viewer).stream()
                .filter(stage -> stage.name().equals(name))
                .map(Stage::id)
                .findFirst()
                .orElseThrow()
                .toString();
    }
}
