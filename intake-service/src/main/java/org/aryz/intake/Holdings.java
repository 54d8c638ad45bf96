package org.aryz.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sealed units hold what of whom, and whether they may go. A record speaks of one person; a text (narrative, note)
 * may speak of several, and so goes with the erasure of one of them only once somebody said what of it remains.
 *
 * @param records the unit of each person's record
 * @param narrative what stands for what was told: the newest version, also after it was erased
 * @param onLegalHold nothing may be erased
 */
public record Holdings(Map<Person, UUID> records, List<Text> texts, @Nullable UUID narrative, boolean onLegalHold) {

    static final Holdings NONE = new Holdings(Map.of(), List.of(), null, false);

    public Holdings {
        records = Map.copyOf(records);
        texts = List.copyOf(texts);
    }

    /** Kinds of sealed units, as events name them. */
    public static final class Kind {
        public static final String PERSON = "person";
        public static final String NARRATIVE = "narrative";
        public static final String NOTE = "note";

        private Kind() {}
    }

    /**
     * Something that was written about the case.
     *
     * @param leavingWith persons with whose erasure it goes, because a redacted version was recorded
     * @param silentOn persons it does not speak of
     */
    public record Text(UUID unit, String kind, Set<Person> leavingWith, Set<Person> silentOn) {
        public Text {
            leavingWith = Set.copyOf(leavingWith);
            silentOn = Set.copyOf(silentOn);
        }

        private boolean maySpeakOf(Person person) {
            return !silentOn.contains(person);
        }

        private boolean isInTheWayOf(Person person) {
            return maySpeakOf(person) && !leavingWith.contains(person);
        }

        private Text redacted(Set<Person> of) {
            var speaksOf = of.stream().filter(this::maySpeakOf).toList();
            return new Text(unit, kind, union(leavingWith, speaksOf), silentOn);
        }
    }

    static Holdings of(PersonalUnits units) {
        var records = new EnumMap<Person, UUID>(Person.class);
        putIfTold(records, Person.COMPLAINANT, units.complainant());
        putIfTold(records, Person.VICTIM, units.victim());
        putIfTold(records, Person.REPRESENTATIVE, units.representative());
        return new Holdings(records, List.of(), null, false).telling(units.narrative(), Set.of());
    }

    Holdings after(ComplaintEvent event) {
        return switch (event) {
            case ComplaintEvent.ComplaintReceived received -> of(received.units());
            case ComplaintEvent.ComplaintAmended amended -> amended(amended);
            case ComplaintEvent.PersonalDataErased erased ->
                without(erased.units()).noting(erased.note(), Set.copyOf(erased.of()));
            case ComplaintEvent.LegalHoldSet set -> held(true).noting(set.note(), Set.of());
            case ComplaintEvent.LegalHoldLifted lifted -> held(false).noting(lifted.note(), Set.of());
            default -> noting(event.note(), Set.of());
        };
    }

    private Holdings amended(ComplaintEvent.ComplaintAmended amended) {
        var silentOn = Set.copyOf(amended.redactedOf());
        return with(texts.stream().map(text -> text.redacted(silentOn)).toList())
                .telling(amended.narrative(), silentOn)
                .noting(amended.note(), silentOn);
    }

    private Holdings held(boolean onHold) {
        return new Holdings(records, texts, narrative, onHold);
    }

    private Holdings telling(@Nullable UUID unit, Set<Person> silentOn) {
        return unit == null ? this : new Holdings(records, adding(unit, Kind.NARRATIVE, silentOn), unit, onLegalHold);
    }

    private Holdings noting(@Nullable UUID unit, Set<Person> silentOn) {
        return unit == null ? this : with(adding(unit, Kind.NOTE, silentOn));
    }

    private Holdings without(Collection<UUID> units) {
        var left = new EnumMap<Person, UUID>(Person.class);
        records.forEach((person, unit) -> putIfTold(left, person, units.contains(unit) ? null : unit));
        var kept = texts.stream().filter(text -> !units.contains(text.unit())).toList();
        return new Holdings(left, kept, narrative, onLegalHold);
    }

    private Holdings with(List<Text> other) {
        return new Holdings(records, other, narrative, onLegalHold);
    }

    private List<Text> adding(UUID unit, String kind, Set<Person> silentOn) {
        var all = new ArrayList<>(texts);
        all.add(new Text(unit, kind, Set.of(), silentOn));
        return all;
    }

    /** Whether some text may speak of these persons and nobody said yet what of it remains without them. */
    boolean needsRedactionOf(Set<Person> persons) {
        return texts.stream().anyMatch(text -> persons.stream().anyMatch(text::isInTheWayOf));
    }

    /** What was written and may speak of a person. */
    public List<Text> textsOn(Person person) {
        return texts.stream().filter(text -> text.maySpeakOf(person)).toList();
    }

    /** What goes when these persons are erased. */
    Going goingWith(Set<Person> persons) {
        var gone = persons.stream().sorted().filter(records::containsKey).toList();
        var written = texts.stream()
                .filter(text -> persons.stream().anyMatch(text.leavingWith()::contains))
                .toList();
        return new Going(
                Stream.concat(gone.stream().map(records::get), written.stream().map(Text::unit))
                        .distinct()
                        .toList(),
                Stream.concat(
                                gone.stream().map(_ -> Kind.PERSON),
                                written.stream().map(Text::kind))
                        .distinct()
                        .toList());
    }

    /** Units, and of which kinds they are. */
    record Going(List<UUID> units, List<String> kinds) {}

    private static void putIfTold(Map<Person, UUID> records, Person person, @Nullable UUID unit) {
        if (unit != null) {
            records.put(person, unit);
        }
    }

    private static Set<Person> union(Set<Person> some, Collection<Person> more) {
        var all = EnumSet.noneOf(Person.class);
        all.addAll(some);
        all.addAll(more);
        return all;
    }
}
