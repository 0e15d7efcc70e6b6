package latentlab.training;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * One named daemon thread that does what it is given, in order. A daemon, so that a window that
 * crashed cannot keep the process alive; {@link #close} ends it properly.
 */
final class OwnerThread {

  private final Object lock = new Object();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Thread thread;
  private boolean closed;

  /**
   * Starts the thread.
   *
   * @param name its name
   * @param priority as {@link Thread#setPriority} takes it
   */
  OwnerThread(String name, int priority) {
    thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.setPriority(priority);
    thread.start();
  }

  /**
   * Adds a task.
   *
   * @return false if this is closed, and the task will never run
   */
  boolean execute(Runnable task) {
    synchronized (lock) {
      if (!closed) {
        tasks.add(task);
        lock.notifyAll();
      }
      return !closed;
    }
  }

  /**
   * Takes no more tasks and waits until those it has are done and the thread has ended. Called by
   * the thread itself, it does not wait. A second call only waits.
   *
   * @param last a task to be done after all others
   */
  void close(Runnable last) {
    synchronized (lock) {
      if (!closed) {
        tasks.add(last);
        closed = true;
        lock.notifyAll();
      }
    }
    if (Thread.currentThread() != thread) {
      joinUninterruptibly();
    }
  }

  private void work() {
    Optional<Runnable> task = nextTask();
    while (task.isPresent()) {
      run(task.get());
      task = nextTask();
    }
  }

  /** Waits for a task; empty if this is closed and all are done. */
  private Optional<Runnable> nextTask() {
    synchronized (lock) {
      while (tasks.isEmpty() && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          // Closing alone ends this thread; whoever interrupted a task meant the task.
        }
      }
      return Optional.ofNullable(tasks.poll());
    }
  }

  /** A task that throws is a defect, which is told as any thread tells it; the next one runs. */
  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  private void joinUninterruptibly() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
