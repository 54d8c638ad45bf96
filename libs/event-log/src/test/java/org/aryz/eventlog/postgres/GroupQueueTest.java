package org.aryz.eventlog.postgres;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.key;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.StreamId;
import org.junit.jupiter.api.Test;

class GroupQueueTest {
    private final GroupQueue queue = new GroupQueue();
    private final StreamId stream = newStream();

    private PendingAppend add(Append append) {
        var pending = new AtomicReference<PendingAppend>();
        Uni.createFrom()
                .<AppendResult>emitter(emitter -> pending.set(new PendingAppend(append, emitter, null)))
                .subscribe()
                .with(_ -> {});
        queue.add(pending.get());
        return pending.get();
    }

    @Test
    void commandsThatShareNothingTravelTogetherUpToTheLimit() {
        var first = add(append(newStream(), 0, 1));
        var second = add(append(newStream(), 0, 1));
        var third = add(append(newStream(), 0, 1));

        assertThat(queue.depart(2)).containsExactly(first, second);
        assertThat(queue.depart(2)).containsExactly(third);
        assertThat(queue.depart(2)).isEmpty();
    }

    @Test
    void commandsOfOneStreamTravelOneAfterTheOtherInOrder() {
        var first = add(append(stream, 0, 1));
        var second = add(append(stream, 1, 1));
        var other = add(append(newStream(), 0, 1));
        var third = add(append(stream, 2, 1));

        var group = queue.depart(10);
        assertThat(group).containsExactly(first, other);
        assertThat(queue.depart(10)).as("while the first travels").isEmpty();
        queue.arrived(group);
        group = queue.depart(10);
        assertThat(group).containsExactly(second);
        queue.arrived(group);
        assertThat(queue.depart(10)).containsExactly(third);
    }

    @Test
    void commandsOfOneKeyOrOneSourceDoNotTravelTogether() {
        var key = key("org", "key", "request", "{}");
        var receipt = new Receipt("/other/log/stream", 1);
        var byKey = add(append(newStream(), 0, 1).once(key));
        var sameKey = add(append(newStream(), 0, 1).once(key));
        var bySource = add(append(newStream(), 0, 1).inAnswerTo(receipt));
        var sameSource = add(append(newStream(), 0, 1).inAnswerTo(receipt));

        var group = queue.depart(10);
        assertThat(group).containsExactly(byKey, bySource);
        queue.arrived(group);
        assertThat(queue.depart(10)).containsExactly(sameKey, sameSource);
    }

    @Test
    void oneThatIsHeldBackHoldsBackWhatComesBehindItOnAnyOfItsClaims() {
        var key = key("org", "key", "request", "{}");
        var first = add(append(stream, 0, 1));
        var heldBack = add(append(stream, 1, 1).once(key));
        var behind = add(append(newStream(), 0, 1).once(key));

        var group = queue.depart(10);
        assertThat(group).containsExactly(first);
        queue.arrived(group);
        assertThat(queue.depart(10)).isEqualTo(List.of(heldBack));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(behind.claims()).contains(heldBack.claims().getLast());
    }

    @Test
    void onlyThoseThatCameBeforeAreGivenUp() {
        var early = add(append(newStream(), 0, 1));
        var between = System.nanoTime();
        while (System.nanoTime() == between) {
            Thread.onSpinWait();
        }
        var late = add(append(newStream(), 0, 1));

        assertThat(queue.giveUpBefore(between)).containsExactly(early);
        assertThat(queue.depart(10)).containsExactly(late);
    }
}
