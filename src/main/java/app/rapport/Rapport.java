package app.rapport;

import app.rapport.kernel.HouseClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** The application as Spring sees it; {@code bin/rapport} starts it through the command line. */
@Modulithic(systemName = "Rapport")
@SpringBootApplication(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class},
        proxyBeanMethods = false)
public class Rapport {
    @Bean
    Clock clock() {
        return HouseClock.utc();
    }
}
