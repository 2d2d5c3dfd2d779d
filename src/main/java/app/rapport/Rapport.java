package app.rapport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application as Spring sees it; {@code bin/rapport} starts it through the command line. */
@Modulithic(systemName = "Rapport")
@SpringBootApplication
public class Rapport {
    public static void main(String[] args) {
        SpringApplication.run(Rapport.class, args);
    }
}
