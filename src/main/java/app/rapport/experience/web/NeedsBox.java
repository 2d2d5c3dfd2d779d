package app.rapport.experience.web;

import app.rapport.experience.AccountNeeds;
import app.rapport.experience.model.Need;
import app.rapport.kernel.AccountSection;
import app.rapport.kernel.PersonSection.Place;
import app.rapport.kernel.PersonSection.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a company needs, on its page. */
@Configuration(proxyBeanMethods = false)
public class NeedsBox {
    @Bean
    AccountSection needsOfAccount(AccountNeeds needs) {
        return (viewer, account, _, at) ->
                Optional.of(
                        new Section(
                                Place.MAIN,
                                20,
                                "experience/NeedsBox.jte",
                                new Box(
                                        "/accounts/" + account + "/needs",
                                        needs.of(viewer, account, at))));
    }

    /**
     * @param needs open ones first
     */
    public record Box(String path, List<Need> needs) {
        public List<Need> of(Need.Kind kind) {
            return needs.stream().filter(need -> need.kind() == kind).toList();
        }
    }
}
