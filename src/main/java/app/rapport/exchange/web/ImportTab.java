package app.rapport.exchange.web;

import app.rapport.access.SettingsTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import lives among the settings. */
@Configuration(proxyBeanMethods = false)
class ImportTab {
    @Bean
    static SettingsTab importsTab() {
        return new SettingsTab("Import", "/imports", 30);
    }
}
