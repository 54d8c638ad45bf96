package org.aryz.deadline.view.horizon;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.stream.Collectors;
import org.aryz.deadline.view.Board;

/** The forms in which the horizon is exported. */
public enum HorizonFormats {
    CSV("text/csv", "csv") {
        @Override
        HorizonFormat of(Horizon horizon) {
            return new HorizonCsv(horizon);
        }
    },
    CALENDAR("text/calendar", "ics") {
        @Override
        HorizonFormat of(Horizon horizon) {
            return new HorizonCalendar(horizon);
        }
    },
    PAGE("text/html", "html") {
        @Override
        HorizonFormat of(Horizon horizon) {
            return new HorizonPage(horizon);
        }
    };

    private final String mediaType;
    private final String suffix;

    HorizonFormats(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    abstract HorizonFormat of(Horizon horizon);

    public String contentType() {
        return mediaType + ";charset=UTF-8";
    }

    public String fileName() {
        return "horizon." + suffix;
    }

    /** The export piece by piece, as fast as it is taken. */
    public Multi<String> write(Horizon horizon, Multi<List<Board.Entry>> pages) {
        var format = of(horizon);
        var entries = pages.map(page -> page.stream().map(format::entry).collect(Collectors.joining()));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(format.head()),
                        entries.filter(text -> !text.isEmpty()),
                        Multi.createFrom().item(format.foot()).filter(text -> !text.isEmpty()));
    }
}
