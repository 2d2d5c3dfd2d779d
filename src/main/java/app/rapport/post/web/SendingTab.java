package app.rapport.post.web;

import app.rapport.kernel.Right;
import app.rapport.ui.SettingsTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sending stands among the settings. */
@Configuration(proxyBeanMethods = false)
class SendingTab {
    @Bean
    static SettingsTab sending() {
        return new SettingsTab("Sending", SendingController.HERE, 27, Right.CONNECT);
    }
}
