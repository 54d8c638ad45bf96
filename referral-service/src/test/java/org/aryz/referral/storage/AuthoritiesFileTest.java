package org.aryz.referral.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Jurisdiction;
import org.junit.jupiter.api.Test;

/** The directory of authorities is whole, and one that is not is refused. */
class AuthoritiesFileTest {
    private static final String ENTRY =
            """
            [{"code": "kg-x", "jurisdiction": "KG", "kind": "%s", "regions": [%s],
              "names": {"en": "X", "ru": "X", "ky": "X"%s}}]
            """;

    @Test
    void theDirectoryHoldsTheAuthoritiesOfThreeCountries() {
        var authorities = AuthoritiesFile.load();
        assertThat(authorities.of(Jurisdiction.KG))
                .extracting(authority -> authority.code().value())
                .containsExactly(
                        "kg-military-prosecutor",
                        "kg-ministry-of-health",
                        "kg-npm",
                        "kg-ombudsman",
                        "kg-prosecutor-bishkek",
                        "kg-prosecutor-general",
                        "kg-prosecutor-osh");
        assertThat(authorities.all()).hasSize(12);
        assertThat(authorities
                        .find(new AuthorityCode("kg-prosecutor-osh"))
                        .orElseThrow()
                        .regions())
                .containsExactlyInAnyOrder("KG-GO", "KG-O");
    }

    @Test
    void aNameThatIsMissingInOneLanguageIsRefused() {
        assertThatRefused(ENTRY.formatted("ombudsman", "", ""), "a name in each of");
    }

    @Test
    void aLocalProsecutorWithoutRegionIsRefused() {
        assertThatRefused(ENTRY.formatted("local-prosecutor", "", ", \"kk\": \"X\""), "have regions");
    }

    @Test
    void aRegionOfAnotherCountryIsRefused() {
        assertThatRefused(ENTRY.formatted("local-prosecutor", "\"KZ-11\"", ", \"kk\": \"X\""), "lies elsewhere");
    }

    private static void assertThatRefused(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuthoritiesFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("kg-x")
                .withMessageContaining(reason);
    }
}
