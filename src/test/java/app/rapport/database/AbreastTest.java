package app.rapport.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rapport.kernel.MemberId;
import app.rapport.kernel.Seen;
import app.rapport.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(20)
class AbreastTest {
    private static final WorkspaceId FIRM = new WorkspaceId(UUID.randomUUID());
    private static final Seen OWN = new Seen(Set.of(new MemberId(UUID.randomUUID())));

    @Test
    void two_questions_are_asked_at_once() {
        CountDownLatch both = new CountDownLatch(2);
        Supplier<Boolean> meets =
                () -> {
                    both.countDown();
                    return met(both);
                };
        assertThat(CurrentWorkspace.call(FIRM, () -> Abreast.ask(List.of(meets, meets))))
                .containsExactly(true, true);
    }

    private static boolean met(CountDownLatch both) {
        try {
            return both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answers_stand_in_the_order_of_their_questions() {
        List<Supplier<Integer>> questions =
                IntStream.range(0, 200).<Supplier<Integer>>mapToObj(i -> () -> i).toList();
        assertThat(CurrentWorkspace.call(FIRM, () -> Abreast.ask(questions)))
                .isEqualTo(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void the_other_question_is_asked_in_the_same_workspace_with_the_same_sight() {
        CurrentWorkspace.<Void, RuntimeException>callThrowing(
                FIRM,
                OWN,
                () -> {
                    Thread asker = Thread.currentThread();
                    Supplier<Thread> where =
                            Abreast.begin(() -> {
                                assertThat(CurrentWorkspace.get()).isEqualTo(Optional.of(FIRM));
                                assertThat(CurrentWorkspace.seen()).isEqualTo(OWN);
                                return Thread.currentThread();
                            });
                    assertThat(where.get()).isNotSameAs(asker);
                    return null;
                });
    }

    @Test
    void within_a_transaction_all_is_asked_by_the_one_who_holds_it() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            Supplier<Thread> here = Thread::currentThread;
            assertThat(CurrentWorkspace.call(FIRM, () -> Abreast.ask(List.of(here, here, here))))
                    .containsOnly(Thread.currentThread());
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void what_went_wrong_is_told_as_it_was() {
        Supplier<String> breaks =
                () -> {
                    throw new IllegalArgumentException("no such day");
                };
        assertThatThrownBy(() ->
                        CurrentWorkspace.call(FIRM, () -> Abreast.ask(List.of(() -> "", breaks))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such day");
    }
}
