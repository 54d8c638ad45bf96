package org.aryz.standalone;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * All parts together. Starting launches what does not run yet, each part as soon as those it needs are ready; stopping
 * ends the services before the servers they use.
 */
public final class Stack {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int LINES_SHOWN = 15;

    private final Settings settings;
    private final List<Part> parts;
    private final Progress progress;
    private final Set<Part> started = ConcurrentHashMap.newKeySet();
    private volatile boolean complete;
    private volatile boolean stopping;

    public Stack(Settings settings, List<Part> parts, Progress progress) {
        this.settings = settings;
        this.parts = parts.stream()
                .sorted(Comparator.comparing(part -> !part.needs().isEmpty()))
                .toList();
        this.progress = progress;
    }

    /** Starts every part that does not run; returns when all are ready, or says which one failed and why. */
    public void start() {
        parts.stream().filter(part -> !isRunning(part)).forEach(this::refuseTakenPorts);
        settings.save();
        var ready = new HashMap<String, CompletableFuture<Void>>();
        parts.forEach(part -> ready.put(part.name(), startAfterNeeds(part, ready)));
        try {
            allOrFirstFailure(ready.values()).join();
            complete = true;
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackFailure failure
                    ? failure
                    : new StackFailure("The start failed: " + e.getCause(), e);
        }
    }

    /** Ends all parts, those that need others first. */
    public void stop() {
        stop(parts);
    }

    /** What an interruption means: all parts end, but a start that failed takes back only what it did itself. */
    public void interrupt() {
        stop(complete ? parts : started);
    }

    private void stop(Collection<Part> chosen) {
        stopping = true;
        stopAtOnce(chosen.stream().filter(part -> !part.needs().isEmpty()));
        stopAtOnce(chosen.stream().filter(part -> part.needs().isEmpty()));
    }

    /** Waits until no part runs any more; tells of each that died without being asked to. */
    public void watch() throws InterruptedException {
        var alive = new HashMap<String, Boolean>();
        while (!stopping && parts.stream().anyMatch(this::isRunning)) {
            for (var part : parts) {
                var lives = isRunning(part);
                if (Boolean.TRUE.equals(alive.put(part.name(), lives)) && !lives && isDead(part) && !stopping) {
                    progress.say(deathOf(part) + "\nThe rest goes on; ./aryz up --detach starts it again.");
                }
            }
            Thread.sleep(Duration.ofMillis(500));
        }
    }

    public boolean isRunning(Part part) {
        return child(part).process().isPresent();
    }

    private boolean isDead(Part part) {
        return child(part).isRemembered() && !isRunning(part);
    }

    private static CompletableFuture<Void> allOrFirstFailure(Collection<CompletableFuture<Void>> starts) {
        var all = CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new));
        starts.forEach(start -> start.exceptionally(failure -> {
            all.completeExceptionally(failure);
            return null;
        }));
        return all;
    }

    /** Unpacking and other file work would block the few carriers of virtual threads. */
    private static void inThread(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    private CompletableFuture<Void> startAfterNeeds(Part part, Map<String, CompletableFuture<Void>> ready) {
        var needs =
                part.needs().stream().filter(ready::containsKey).map(ready::get).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(needs).thenRunAsync(() -> start(part), Stack::inThread);
    }

    private void start(Part part) {
        try {
            if (isRunning(part)) {
                awaitReady(part);
                progress.step(part.name(), "runs already");
                return;
            }
            progress.step(part.name(), "starting");
            var own = new Progress(System.out);
            part.prepare();
            started.add(part);
            child(part).start(part.launch());
            awaitReady(part);
            part.setUp();
            progress.step(
                    part.name(), "ready at %s, in %.1f s".formatted(part.address(), Progress.seconds(own.elapsed())));
        } catch (IOException e) {
            throw new StackFailure(part.name() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(part.name() + " was interrupted at its start", e);
        }
    }

    private void awaitReady(Part part) throws InterruptedException {
        var waiting = new Progress(System.out);
        while (!part.isReady()) {
            if (!isRunning(part)) {
                throw new StackFailure(deathOf(part));
            }
            if (waiting.elapsed().compareTo(PATIENCE) > 0) {
                throw new StackFailure(part.name() + " is not ready after " + PATIENCE.toMinutes()
                        + " minutes; the end of its log:\n" + child(part).endOfLog(LINES_SHOWN));
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    private void stopAtOnce(Stream<Part> chosen) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            chosen.forEach(part -> threads.execute(() -> stop(part)));
        }
    }

    private void stop(Part part) {
        var process = child(part).process();
        child(part).forget();
        if (process.isEmpty()) {
            return;
        }
        part.askToStop(process.get());
        try {
            process.get()
                    .onExit()
                    .orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            progress.step(part.name(), "stopped");
        } catch (CompletionException _) {
            process.get().destroyForcibly();
            progress.step(part.name(), "did not stop within " + GRACE.toSeconds() + " s and was killed");
        }
    }

    private void refuseTakenPorts(Part part) {
        for (var port : part.ports()) {
            if (Port.isTaken(settings.port(port))) {
                throw new StackFailure(
                        "Port %d, wanted for %s, is in use by another program. Set %s to a free port, or end that program."
                                .formatted(settings.port(port), port.label(), port.setting()));
            }
        }
    }

    private String deathOf(Part part) {
        return part.name() + " ended unexpectedly; the end of its log ("
                + child(part).log() + "):\n" + child(part).endOfLog(LINES_SHOWN).indent(4);
    }

    private Child child(Part part) {
        return new Child(settings.home(), part.name());
    }
}
