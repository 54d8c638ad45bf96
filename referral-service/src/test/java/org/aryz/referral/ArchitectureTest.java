package org.aryz.referral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies point inward: technology may use the model, never the other way round. */
@AnalyzeClasses(packages = "org.aryz.referral", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MODEL = "org.aryz.referral";
    private static final String PROCEEDINGS = "org.aryz.referral.proceedings";

    @ArchTest
    static final ArchRule theModelKnowsJavaOnly = classes()
            .that()
            .resideInAnyPackage(MODEL, PROCEEDINGS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", MODEL, PROCEEDINGS);

    @ArchTest
    static final ArchRule theModelHasNoClock = noClasses()
            .that()
            .resideInAnyPackage(MODEL, PROCEEDINGS)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule useCasesKnowNoTechnologyOfThisService = noClasses()
            .that()
            .resideInAPackage("..referral.application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..referral.http..", "..referral.messaging..", "..referral.storage..", "..referral.view..");

    @ArchTest
    static final ArchRule technologiesDoNotKnowEachOther = slices().matching(
                    "org.aryz.referral.(http|messaging|storage|view)..")
            .should()
            .notDependOnEachOther();
}
