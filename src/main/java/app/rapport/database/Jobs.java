package app.rapport.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the rooms' recurring jobs, beside the pages and never before the first of them is served.
 */
@Component
@ConditionalOnWebApplication
@Lazy(false)
class Jobs implements DisposableBean {
    private static final int AT_ONCE = 3;

    private final OutsideWorkspace outside;
    private final ObjectProvider<RecurringJob> jobs;
    private final Presence presence;
    private final Duration pace;
    private @Nullable Scheduler scheduler;
    private boolean ended;

    Jobs(
            OutsideWorkspace outside,
            ObjectProvider<RecurringJob> jobs,
            Presence presence,
            @Value("${rapport.jobs.pace:PT5S}") Duration pace) {
        this.pace = pace;
        this.outside = outside;
        this.jobs = jobs;
        this.presence = presence;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (System.getenv("RAPPORT_TRAINING") != null) return;
        Thread.ofVirtual().name("begin-jobs").start(this::start);
    }

    private void start() {
        List<RecurringTask<?>> tasks =
                jobs.orderedStream().<RecurringTask<?>>map(Jobs::task).toList();
        if (tasks.isEmpty()) return;
        free();
        Scheduler made =
                Scheduler.create(outside.dataSource())
                        .schedulerName(new SchedulerName.Fixed(presence.name()))
                        .startTasks(tasks)
                        .threads(AT_ONCE)
                        .executorService(Executors.newVirtualThreadPerTaskExecutor())
                        .pollingInterval(pace)
                        .heartbeatInterval(Duration.ofSeconds(20))
                        .shutdownMaxWait(Duration.ofSeconds(2))
                        .build();
        if (takes(made)) made.start();
    }

    /**
     * What a process had in its hands that is gone is done at once; else it would be found after
     * two minutes without a heartbeat.
     */
    private void free() {
        outside.jdbc()
                .sql(
                        """
                        UPDATE scheduled_tasks
                        SET picked = false, picked_by = NULL, last_heartbeat = NULL, execution_time = now(), version = version + 1
                        WHERE picked AND starts_with(picked_by, :ours) AND process_gone(picked_by)
                        """)
                .param("ours", Presence.PREFIX)
                .update();
    }

    private synchronized boolean takes(Scheduler made) {
        if (!ended) scheduler = made;
        return !ended;
    }

    private synchronized @Nullable Scheduler takenAtTheEnd() {
        ended = true;
        return scheduler;
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((_, _) -> job.run());
    }

    /** Never waits for a start: with a dead database that takes twenty seconds a job. */
    @Override
    public void destroy() {
        Scheduler running = takenAtTheEnd();
        if (running != null) running.stop();
    }
}
