package org.aryz.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point inward. */
@AnalyzeClasses(packages = "org.aryz.intake", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "org.aryz.intake";
    private static final String APPLICATION = "org.aryz.intake.application";

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_JAVA_ONLY = classes()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(MODEL, "java.lang..", "java.util..", "java.time..", "java.io", "org.jspecify..");

    @ArchTest
    static final ArchRule THE_MODEL_ASKS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage(MODEL)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule THE_APPLICATION_KNOWS_THE_MODEL_AND_THE_LIBRARIES = noClasses()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.aryz.intake.http",
                    "org.aryz.intake.messaging",
                    "org.aryz.intake.storage",
                    "org.aryz.intake.view");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("org.aryz.intake.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.aryz.intake.http");
}
