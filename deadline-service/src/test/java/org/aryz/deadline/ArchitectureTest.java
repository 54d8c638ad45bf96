package org.aryz.deadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The model knows Java only; technology depends on it, never the other way round. */
@AnalyzeClasses(packages = "org.aryz.deadline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theModelKnowsNothingButJava = classes()
            .that()
            .resideInAnyPackage(
                    "org.aryz.deadline",
                    "org.aryz.deadline.calculation",
                    "org.aryz.deadline.calendar",
                    "org.aryz.deadline.law")
            .and()
            .haveSimpleNameNotEndingWith("Reader")
            .and()
            .doNotHaveSimpleName("LawFiles")
            .and()
            .doNotHaveSimpleName("Entry")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.aryz.deadline",
                    "org.aryz.deadline.calculation",
                    "org.aryz.deadline.calendar",
                    "org.aryz.deadline.law");

    @ArchTest
    static final ArchRule theArithmeticKnowsTheCalendarOnly = classes()
            .that()
            .resideInAPackage("org.aryz.deadline.calculation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.jspecify..", "org.aryz.deadline.calculation", "org.aryz.deadline.calendar");

    @ArchTest
    static final ArchRule theReadersOfLawKnowJacksonBeside = classes()
            .that()
            .resideInAPackage("org.aryz.deadline.law")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "org.aryz.deadline.calendar",
                    "org.aryz.deadline.law");

    @ArchTest
    static final ArchRule theCalendarKnowsOnlyItself = classes()
            .that()
            .resideInAPackage("org.aryz.deadline.calendar")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.aryz.deadline.calendar");

    @ArchTest
    static final ArchRule nobodyAsksTheMachineForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the product's clock is the database's: a simulation moves it, and replicas share it");

    @ArchTest
    static final ArchRule theApplicationKnowsTheModelAndTheLog = noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.aryz.deadline.http..",
                    "org.aryz.deadline.messaging..",
                    "org.aryz.deadline.storage..",
                    "org.aryz.deadline.firing..",
                    "com.fasterxml..",
                    "jakarta.ws..");

    @ArchTest
    static final ArchRule nothingDependsOnHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.aryz.deadline.http..");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("org.aryz.(**)").should().beFreeOfCycles();
}
