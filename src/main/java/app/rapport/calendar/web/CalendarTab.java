package app.rapport.calendar.web;

import app.rapport.kernel.Right;
import app.rapport.ui.SettingsTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The calendar among the settings, beside the mailboxes. */
@Configuration(proxyBeanMethods = false)
class CalendarTab {
    @Bean
    static SettingsTab calendarsTab() {
        return new SettingsTab("Calendar", CalendarSettingsController.HERE, 29, Right.READ_RECORDS);
    }
}
