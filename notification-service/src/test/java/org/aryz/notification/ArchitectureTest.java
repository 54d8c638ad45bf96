package org.aryz.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The model inside, technology one level down, dependencies pointing inward. */
@AnalyzeClasses(packages = "org.aryz.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "org.aryz.notification";

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_JAVA_ONLY = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule THE_APPLICATION_KNOWS_NO_TECHNOLOGY_OF_OURS = noClasses()
            .that()
            .resideInAPackage(MODEL + ".application")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    MODEL + ".http", MODEL + ".mail", MODEL + ".messaging", MODEL + ".storage", MODEL + ".view");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage(MODEL + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(MODEL + ".http");
}
