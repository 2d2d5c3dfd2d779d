package app.rapport.exchange.web;

import app.rapport.kernel.Right;
import app.rapport.ui.SettingsTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import and export live among the settings. */
@Configuration(proxyBeanMethods = false)
class ImportTab {
    @Bean
    static SettingsTab importsTab() {
        return new SettingsTab("Import", "/imports", 30);
    }

    @Bean
    static SettingsTab exportTab() {
        return new SettingsTab("Export", "/settings/export", 35, Right.EXPORT_ALL);
    }
}
