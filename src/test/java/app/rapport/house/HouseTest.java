package app.rapport.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.rapport.Rapport;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house is a test: rooms know only whom they may, drawers keep to their trade. */
class HouseTest {
    // the rules ask for names alone, so what lies outside of the house need not be read
    static {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private static final ApplicationModules ROOMS =
            ApplicationModules.of(
                    Rapport.class,
                    // drawn by the build from the rooms' own templates; the compiler checks them
                    JavaClass.Predicates.resideInAPackage("app.rapport.templates.."));
    private static final JavaClasses CODE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(place -> !place.contains("/app/rapport/templates/"))
                    .importPackages("app.rapport");

    @Test
    void rooms_know_only_the_rooms_that_they_may() {
        ROOMS.verify();
    }

    @Test
    void rules_know_no_spring_no_sql_and_no_html() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..model..",
                        "..answers..",
                        "..conversations.mail..",
                        "..kernel..",
                        "..listening..",
                        "..customerbase..",
                        "..linkage..",
                        "..bargaining..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..",
                        "org.springframework.stereotype..",
                        "org.springframework.web..",
                        "org.springframework.context..",
                        "java.sql..",
                        "javax.sql..",
                        "gg.jte..",
                        "jakarta.servlet..")
                .check(CODE);
    }

    @Test
    void pages_and_api_reach_the_database_only_through_a_face() {
        noClasses()
                .that()
                .resideInAnyPackage("..web..", "..api..")
                .and()
                .resideOutsideOfPackages("org..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(CODE);
    }

    @Test
    void only_stores_and_small_flat_rooms_hold_sql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..store..",
                        "..database..",
                        "..post..",
                        "..access..",
                        "..people..",
                        "..exchange..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CODE);
    }

    /** The API's document names schemas by simple names: two of one name would be one. */
    @Test
    void what_the_api_answers_has_a_name_of_its_own() {
        Map<String, Long> named =
                CODE.stream()
                        .filter(one -> one.getPackageName().endsWith(".api") && one.isRecord())
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getSimpleName, Collectors.counting()));
        assertThat(named).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
    }

    @Test
    void the_table_of_rooms_in_the_documentation_is_true() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md")).split("## Data")[0];
        List<String> rooms =
                ROOMS.stream()
                        .map(ApplicationModule::getIdentifier)
                        .map(Object::toString)
                        .sorted()
                        .toList();
        List<String> told =
                Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                        .matcher(page)
                        .results()
                        .map(m -> m.group(1))
                        .sorted()
                        .toList();
        assertThat(told).isEqualTo(rooms);
    }
}
