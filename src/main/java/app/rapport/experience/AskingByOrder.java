package app.rapport.experience;

import app.rapport.access.Access;
import app.rapport.access.Member;
import app.rapport.access.Refused;
import app.rapport.database.CurrentWorkspace;
import app.rapport.database.RecurringJob;
import app.rapport.experience.store.SurveyRules;
import app.rapport.experience.store.SurveyRules.Order;
import app.rapport.kernel.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks after moments for which a member ordered that everybody is asked. */
@Component
class AskingByOrder implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(AskingByOrder.class);

    private final SurveyRules rules;
    private final Surveys surveys;
    private final Access access;
    private final Clock clock;

    AskingByOrder(SurveyRules rules, Surveys surveys, Access access, Clock clock) {
        this.rules = rules;
        this.surveys = surveys;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ask-after-moments";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        for (WorkspaceId workspace : rules.workspacesWithOrders())
            CurrentWorkspace.run(
                    workspace,
                    () -> rules.orders(workspace).forEach(order -> askBy(workspace, order)));
    }

    private void askBy(WorkspaceId workspace, Order order) {
        access.member(workspace, order.by()).ifPresent(member -> askAll(member, order));
    }

    private void askAll(Member member, Order order) {
        for (UUID moment : rules.due(member.viewer(), order, clock.instant()))
            try {
                surveys.ask(member.viewer(), moment, order.measure());
            } catch (Refused e) {
                // they rest, or have no address: the next run looks again, until the moment is old
                LOG.debug("nobody is asked after {}: {}", moment, e.getMessage());
            }
    }
}
