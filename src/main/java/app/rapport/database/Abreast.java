package app.rapport.database;

import app.rapport.kernel.HouseClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks the database two things at once: PostgreSQL answers each connection by a process of its own,
 * and a page that asks one thing after the other leaves the second processor idle.
 *
 * <p>Within a transaction all is asked in turn: another connection does not see what it wrote, and
 * who holds one while waiting for a second may wait for ever.
 */
public final class Abreast {
    private Abreast() {}

    /**
     * Begins with a question while who asks goes on, in the same workspace and with the same sight.
     *
     * @return waits for the answer, and throws what kept it from coming
     */
    public static <T> Supplier<T> begin(Supplier<T> question) {
        if (inTurn()) {
            T answer = question.get();
            return () -> answer;
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        beside(() -> answer.completeAsync(question, Runnable::run));
        return () -> awaited(answer);
    }

    /** The answers in the order of their questions, of which two are asked at a time. */
    public static <T> List<T> ask(List<Supplier<T>> questions) {
        List<CompletableFuture<T>> answers = new ArrayList<>();
        questions.forEach(_ -> answers.add(new CompletableFuture<>()));
        AtomicInteger next = new AtomicInteger();
        Runnable lane = () -> walk(next, questions, answers);
        beside(lane);
        lane.run();
        return answers.stream().map(Abreast::awaited).toList();
    }

    private static <T> void walk(
            AtomicInteger next, List<Supplier<T>> questions, List<CompletableFuture<T>> answers) {
        for (int i = next.getAndIncrement(); i < questions.size(); i = next.getAndIncrement())
            answers.get(i).completeAsync(questions.get(i), Runnable::run);
    }

    private static void beside(Runnable lane) {
        if (inTurn()) return;
        Thread.ofVirtual().name("abreast").start(CurrentWorkspace.carried(lane));
    }

    private static boolean inTurn() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                || CurrentWorkspace.get().isEmpty()
                || HouseClock.isTold();
    }

    private static <T> T awaited(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) throw known;
            throw e;
        }
    }
}
