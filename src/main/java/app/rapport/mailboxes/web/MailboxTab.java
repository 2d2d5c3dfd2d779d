package app.rapport.mailboxes.web;

import app.rapport.kernel.Right;
import app.rapport.ui.SettingsTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mailboxes live among the settings. */
@Configuration(proxyBeanMethods = false)
class MailboxTab {
    @Bean
    static SettingsTab mailboxesTab() {
        return new SettingsTab("Mailboxes", MailboxController.HERE, 28, Right.CONNECT);
    }
}
