package org.aryz.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private final Moments moments = new Moments(ZonedDateTime.parse("2026-11-22T09:30:15.5+06:00[Asia/Bishkek]"));

    @ParameterizedTest
    @CsvSource({
        "@now, 2026-11-22T09:30:15+06:00",
        "@now-PT20H, 2026-11-21T13:30:15+06:00",
        "@now-P100D+PT20H, 2026-08-15T05:30:15+06:00",
        "@today, 2026-11-22",
        "@today-P1D at 20:00, 2026-11-21T20:00:00+06:00",
        "@today+P13D-P10Y, 2016-12-05",
        "@today+P13D-P10Y+P10Y, 2026-12-05",
        "2024-02-29T12:00:00+06:00, 2024-02-29T12:00:00+06:00",
        "@home, @home",
    })
    void relativeDatesAreToldAsDates(String text, String told) {
        assertThat(moments.resolve(text)).isEqualTo(told);
    }

    @Test
    void datesAreFoundAtAnyDepth() throws Exception {
        var json = new ObjectMapper().readTree("{\"a\":[{\"on\":\"@today\",\"n\":1}],\"b\":true}");

        assertThat(moments.resolve(json)).hasToString("{\"a\":[{\"on\":\"2026-11-22\",\"n\":1}],\"b\":true}");
    }
}
